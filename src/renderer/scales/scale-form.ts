import type { ScaleDraft, ScaleResult } from '../../shared/measures/scale-result.ts'
import { scales, type ShippedScale } from '../../shared/measures/scales.ts'

export type ScaleId = ScaleResult['scale']
export type Answers = readonly (number | null)[]

/** A questionnaire while it is typed. Each kind keeps what was typed, so that looking at another loses nothing. */
export interface ScaleForm {
  readonly scale: ScaleId
  readonly takenOn: string | null
  readonly isTotalOnly: boolean
  readonly items: Readonly<Record<ShippedScale, Answers>>
  readonly difficulty: number | null
  /** As typed. */
  readonly total: string
  /** Of a PHQ-9 whose total alone is entered. Undefined until somebody has said it, null where nobody knows. */
  readonly item9: number | null | undefined
  readonly name: string
  readonly lowest: string
  readonly highest: string
}

/** What the form begins with: a new questionnaire, or the entry that is to be corrected. */
export function firstForm(takenOn: string | null, corrects: ScaleResult | null): ScaleForm {
  const empty: ScaleForm = {
    scale: 'phq-9',
    takenOn,
    isTotalOnly: false,
    items: { 'phq-9': blank('phq-9'), 'gad-7': blank('gad-7') },
    difficulty: null,
    total: '',
    item9: undefined,
    name: '',
    lowest: '',
    highest: '',
  }
  if (corrects === null) return empty
  const { scale, items, total, item9, difficulty, name, lowest, highest } = corrects
  return {
    ...empty,
    scale,
    takenOn: corrects.takenOn,
    isTotalOnly: items === null,
    items: items === null || scale === 'own' ? empty.items : { ...empty.items, [scale]: items },
    difficulty,
    total: total === null ? '' : String(total),
    item9,
    ...(scale === 'own' ? { name, lowest: String(lowest), highest: String(highest) } : {}),
  }
}

function blank(scale: ShippedScale): Answers {
  return scales[scale].items.map(() => null)
}

/** Answers with one more, or one less. */
export function withAnswer(form: ScaleForm, index: number, answer: number | null): ScaleForm {
  if (form.scale === 'own') return form
  const items = form.items[form.scale].map((one, at) => (at === index ? answer : one))
  return { ...form, items: { ...form.items, [form.scale]: items } }
}

/** What is wrong with a form before it is sent, by its field; empty where nothing is. */
export function faultsOf(form: ScaleForm): Readonly<Partial<Record<'total' | 'item9' | 'items', string>>> {
  if (form.scale === 'own') return {}
  if (!form.isTotalOnly) {
    const isEmpty = form.items[form.scale].every((one) => one === null)
    return isEmpty ? { items: 'Answer at least one item.' } : {}
  }
  const { highest } = scales[form.scale]
  const isTotal = form.total.trim() !== '' && Number(form.total) <= highest
  return {
    ...(isTotal ? {} : { total: `0 to ${highest}.` }),
    ...(form.scale === 'phq-9' && form.item9 === undefined
      ? { item9: 'Please say how item 9 was answered, or that nobody knows.' }
      : {}),
  }
}

/** The form as the call takes it. */
export function draftOf(form: ScaleForm): ScaleDraft {
  const takenOn = form.takenOn ?? ''
  const { scale, difficulty, isTotalOnly } = form
  const total = numberOf(form.total)
  if (scale === 'own') {
    const { name, lowest, highest } = form
    return { scale, takenOn, name, lowest: numberOf(lowest), highest: numberOf(highest), total }
  }
  if (scale === 'phq-9') {
    return {
      scale,
      takenOn,
      difficulty,
      answers: isTotalOnly
        ? { given: 'total', total, item9: form.item9 ?? null }
        : { given: 'items', items: [...form.items[scale]] },
    }
  }
  return {
    scale,
    takenOn,
    difficulty,
    answers: isTotalOnly ? { given: 'total', total } : { given: 'items', items: [...form.items[scale]] },
  }
}

// An empty field is no number, and the rules of the field say so.
function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}

/** Whether what is typed tells of thoughts of being better off dead. */
export function tellsOfRisk(form: ScaleForm): boolean {
  if (form.scale !== 'phq-9') return false
  const item9 = form.isTotalOnly ? form.item9 : form.items['phq-9'].at(-1)
  return item9 !== null && item9 !== undefined && item9 > 0
}
