import type { Failure } from '../../shared/ipc/failure.ts'

/** The sentence for the rule that a field broke; rules come from the schemas in shared/. */
export function ruleWords(rule: string): string {
  switch (rule) {
    case 'empty':
      return 'Please fill this in.'
    case 'too-long':
      return 'This is too long; please shorten it.'
    case 'control-character':
      return 'There is a character in here that cannot be kept, such as a line break. Please type it again.'
    case 'still-to-come':
      return 'This day is still to come.'
    case 'before-the-first':
      return 'This day is before the first one.'
    case 'out-of-range':
      return 'This is outside the range of the questionnaire.'
    case 'lowest-above-highest':
      return 'The highest score has to be above the lowest.'
    case 'over-the-limit':
      return 'This is more than your clinic’s limit, which stands in Settings.'
    case 'minimum-above-minutes':
      return 'The minimum cannot be more than the minutes.'
    case 'too_small':
      return 'This is too small or too short.'
    case 'too_big':
      return 'This is too large or too long.'
    case 'invalid_format':
    case 'invalid_type':
      return 'This is not in a form that can be kept. Please type it again.'
    default:
      return 'This cannot be kept like this. Please look at it again.'
  }
}

/**
 * The sentence for one field of a form, or undefined when nothing is wrong with it. `path` is the field's place in the
 * call's input, as in `draft.name`.
 */
export function fieldError(failure: Failure | null, path: string): string | undefined {
  if (failure?.code !== 'bad-input') return undefined
  const broken = failure.fields.find((field) => field.path === path)
  return broken === undefined ? undefined : ruleWords(broken.rule)
}
