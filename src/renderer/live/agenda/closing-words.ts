import { counted } from '../../../shared/count.ts'
import type { Closing } from '../../../shared/session/closing.ts'

/** The close in a few words: `10 min left`, and `Check-out round needs 5`. */
export function closingWords({ leftMinutes, close, fit }: Closing): {
  readonly time: string
  /** Null where there is nothing to keep in mind. Where the room is short the name gives way, and not what is said of it. */
  readonly close: { readonly before: string; readonly name: string; readonly after: string } | null
} {
  const time =
    leftMinutes > 0
      ? `${leftMinutes} min left`
      : leftMinutes === 0
        ? 'time is up'
        : `${-leftMinutes} min over the end`
  if (close === null || (close.isOn && close.moreCount === 0 && fit === 'fits')) return { time, close: null }
  const name = close.moreCount === 0 ? close.name : `${close.name} and ${close.moreCount} more`
  const verb = close.moreCount === 0 ? 'needs' : 'need'
  switch (fit) {
    case 'fits':
      return { time, close: { before: '', name, after: ` ${verb} ${close.minutes}` } }
    case 'now':
      return { time, close: { before: 'now ', name, after: `, to keep its ${close.minutes}` } }
    case 'short':
      return {
        time,
        close: { before: '', name, after: ` no longer ${close.moreCount === 0 ? 'fits' : 'fit'}` },
      }
  }
}

/** The same as it is said aloud. */
export function closingSentence({ leftMinutes, close, fit }: Closing): string {
  const time = leftMinutes > 0 ? `${counted(leftMinutes, 'minute')} left.` : 'The time is up.'
  if (close === null || (close.isOn && close.moreCount === 0 && fit === 'fits')) return time
  const isOne = close.moreCount === 0
  const name = isOne ? close.name : `${close.name} and ${close.moreCount} more`
  const needs = `${name} ${isOne ? 'needs' : 'need'} ${counted(close.minutes, 'minute')}`
  if (fit !== 'short') return `${time} ${needs}.`
  return `${time} ${needs} and no longer ${isOne ? 'fits' : 'fit'}.`
}
