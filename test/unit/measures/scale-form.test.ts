import { describe, expect, it } from 'vitest'
import {
  draftOf,
  faultsOf,
  firstForm,
  tellsOfRisk,
  withAnswer,
  type ScaleForm,
} from '../../../src/renderer/scales/scale-form.ts'
import { scaleDraftSchema } from '../../../src/shared/measures/scale-result.ts'

const empty = firstForm('2026-11-20', null)

function answered(form: ScaleForm, digits: string): ScaleForm {
  return Array.from(digits).reduce((so, digit, index) => withAnswer(so, index, Number(digit)), form)
}

describe('a questionnaire while it is typed', () => {
  it('keeps the answers of each instrument while another is looked at', () => {
    const phq = answered(empty, '221120101')
    const gad = answered({ ...phq, scale: 'gad-7' }, '0123012')
    expect(scaleDraftSchema.parse(draftOf(gad))).toMatchObject({
      scale: 'gad-7',
      answers: { items: [0, 1, 2, 3, 0, 1, 2] },
    })
    expect(scaleDraftSchema.parse(draftOf({ ...gad, scale: 'phq-9' }))).toMatchObject({
      answers: { items: [2, 2, 1, 1, 2, 0, 1, 0, 1] },
    })
  })

  it('tells of a risk as soon as item 9 is above 0, and of none for a GAD-7', () => {
    expect(tellsOfRisk(answered(empty, '33333333'))).toBe(false)
    expect(tellsOfRisk(answered(empty, '000000001'))).toBe(true)
    expect(tellsOfRisk(answered(empty, '333333330'))).toBe(false)
    expect(tellsOfRisk({ ...answered(empty, '000000001'), scale: 'gad-7' })).toBe(false)
    expect(tellsOfRisk({ ...empty, isTotalOnly: true, item9: 2 })).toBe(true)
    expect(tellsOfRisk({ ...empty, isTotalOnly: true, item9: null })).toBe(false)
  })

  it('is not entered empty, nor as a total that leaves item 9 unsaid', () => {
    expect(faultsOf(empty)).toHaveProperty('items')
    expect(faultsOf(answered(empty, '0'))).toEqual({})
    const total: ScaleForm = { ...empty, isTotalOnly: true, total: '14' }
    expect(faultsOf(total)).toHaveProperty('item9')
    expect(faultsOf({ ...total, item9: null })).toEqual({})
    expect(faultsOf({ ...total, item9: 0, total: '28' })).toHaveProperty('total')
    expect(faultsOf({ ...total, item9: 0, total: '' })).toHaveProperty('total')
    expect(faultsOf({ ...total, scale: 'gad-7', total: '21' })).toEqual({})
  })

  it('with a field left empty is refused by its schema', () => {
    const own: ScaleForm = { ...empty, scale: 'own', name: 'Outcome', lowest: '0', highest: '', total: '3' }
    expect(scaleDraftSchema.safeParse(draftOf(own)).success).toBe(false)
    expect(scaleDraftSchema.safeParse(draftOf({ ...own, highest: '40' })).success).toBe(true)
    const undated = answered({ ...empty, takenOn: null }, '000000000')
    expect(scaleDraftSchema.safeParse(draftOf(undated)).success).toBe(false)
  })
})
