import type { FindingPlace } from '../../shared/record/guards/finding.ts'

type FieldPlace = Pick<FindingPlace, 'field' | 'index'>

/** The name of a field in the page, by which an answer finds it. */
export function fieldName({ field, index }: FieldPlace): string {
  return `${field} ${index}`
}

/** Puts the keyboard into a text, at the end of a stretch of it where one is given. */
export function focusText(place: FieldPlace & { readonly end?: number }): void {
  const text = findField(place)
  const at = place.end ?? text?.value.length ?? 0
  text?.focus()
  text?.setSelectionRange(at, at)
}

/** Puts the keyboard onto a stretch of a text, which the next words take the place of. */
export function selectText(place: FindingPlace): void {
  const text = findField(place)
  text?.focus()
  text?.setSelectionRange(place.start, place.end)
}

function findField(place: FieldPlace): HTMLTextAreaElement | null {
  const text = document.querySelector(`textarea[name="${fieldName(place)}"]`)
  return text instanceof HTMLTextAreaElement ? text : null
}
