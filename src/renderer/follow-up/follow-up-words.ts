import { noteMaxLength } from '../../shared/words.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { counted } from '../../shared/count.ts'
import { scaleAnswers } from '../../shared/measures/scales.ts'
import { shortDay, timeOfDay } from '../app/time-words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** After a crisis a clinic wants it done and written within a day. */
const crisisHours = 24

/** `open 12 min`, `open 26 h, over 24 h`, `open 3 days, over 24 h`. */
export function openForWords(openedAtMs: number, nowMs: number): string {
  const hours = Math.floor((nowMs - openedAtMs) / hourMs)
  const over = hours >= crisisHours ? `, over ${crisisHours} h` : ''
  return `open ${ageWords(nowMs - openedAtMs)}${over}`
}

function ageWords(ms: number): string {
  const hours = Math.floor(ms / hourMs)
  if (hours < 1) return `${Math.max(0, Math.floor(ms / minuteMs))} min`
  return hours < 2 * crisisHours ? `${hours} h` : counted(Math.floor(hours / 24), 'day')
}

/** `6:21 PM` on the same day, `Mon, Nov 16, 6:21 PM` on another. */
export function sinceWords(openedAtMs: number, nowMs: number, zone: string): string {
  const day = shortDay(openedAtMs, zone)
  const time = timeOfDay(openedAtMs, zone)
  return day === shortDay(nowMs, zone) ? time : `${day}, ${time}`
}

/** Who signs, as it stands behind a signature: `Dana Reyes, LCSW`. */
export function signerWords({ name, credentials }: Pick<Facilitator, 'name' | 'credentials'>): string {
  return credentials === '' ? name : `${name}, ${credentials},`
}

/** `on Nov 22, 2026 at 6:40 PM`, in the locale's order. */
export function signedOnWords(wallMs: number, zone: string): string {
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: zone }).format(wallMs)
  return `on ${day} at ${timeOfDay(wallMs, zone)}`
}

/** Why it cannot be signed yet; null when it can. */
export function whyUnsigned(text: string): string | null {
  if (text.trim() === '') return 'Write what was done; then it can be signed.'
  const over = text.length - noteMaxLength
  return over > 0 ? `${counted(over, 'character')} too long to be signed; nothing is lost.` : null
}

/** Where a questionnaire told of a risk: `PHQ-9, item 9: several days`. */
export function item9Words(item9: number): string {
  return `PHQ-9, item 9: ${(scaleAnswers[item9] ?? '').toLowerCase()}`
}

/** Said after a signature, and different each time, so that it is heard each time. What it was about stays unsaid. */
export function signedWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? 'Signed and closed' : `Signed and closed, ${count} so far`
}
