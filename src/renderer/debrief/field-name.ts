import type { FindingPlace } from '../../shared/record/guards/finding.ts'

/** The name of a field in the page, by which an answer finds it. */
export function fieldName({ field, index }: Pick<FindingPlace, 'field' | 'index'>): string {
  return `${field} ${index}`
}

/** Puts the keyboard into a text, at the end of a stretch of it where one is given. */
export function focusText(place: Pick<FindingPlace, 'field' | 'index'> & { readonly end?: number }): void {
  const text = document.querySelector(`textarea[name="${fieldName(place)}"]`)
  if (!(text instanceof HTMLTextAreaElement)) return
  text.focus()
  const at = place.end ?? text.value.length
  text.setSelectionRange(at, at)
}
