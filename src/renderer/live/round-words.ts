import type { Phase } from '../../shared/agenda/phase.ts'
import { roundForecast } from '../../shared/session/round.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { counted } from '../../shared/count.ts'
import { aboutMinutes, minutesAndSeconds } from './time-words.ts'

// Nobody speaks to the second, and a figure that changes with each of them would press.
const stepMs = 5_000
const minuteMs = 60_000

/** What there is for each of those left: `about 1:10 each`, `about 2 min each`. */
export function shareWords(ms: number, showsSeconds: boolean): string {
  if (ms === 0) return 'the time is used'
  const words = shareFigure(ms, showsSeconds)
  return words.startsWith('under') ? `${words} each` : `about ${words} each`
}

/** A share by itself: `1:10`, `2 min`, `under 1 min`. */
export function shareFigure(ms: number, showsSeconds: boolean): string {
  return showsSeconds ? minutesAndSeconds(Math.round(ms / stepMs) * stepMs) : shareInMinutes(ms)
}

// Rounded up, half a minute each would promise a circle of ten twice the time that there is.
function shareInMinutes(ms: number): string {
  return ms < minuteMs ? 'under 1 min' : aboutMinutes(ms)
}

/** A turn against its share, in the same words whether it is longer or shorter. */
export function turnWords(
  { tookMs, shareMs }: { readonly tookMs: number; readonly shareMs: number },
  showsSeconds: boolean,
): string {
  if (!showsSeconds) return turnInMinutes(Math.round(tookMs / minuteMs), Math.round(shareMs / minuteMs))
  const took = minutesAndSeconds(tookMs)
  return shareMs === 0 ? took : `${took} of ${shareFigure(shareMs, true)}`
}

function turnInMinutes(took: number, share: number): string {
  if (share === 0) return took === 0 ? 'speaking' : `${took} min`
  return took === 0 ? `about ${share} min` : `${took} of ${share} min`
}

/** What a round that lies ahead will be like: `18 to 30 s each, 10 people`; null for other phases and an empty room. */
export function forecastWords(
  phase: Pick<Phase, 'kind' | 'minutes' | 'minimumMinutes'>,
  count: number,
  showsSeconds: boolean,
): string | null {
  const forecast = phase.kind === 'round' ? roundForecast(phase, count) : null
  if (forecast === null) return null
  return `${forecastFigure(forecast, showsSeconds)} each, ${count === 1 ? '1 person' : `${count} people`}`
}

function forecastFigure(
  { fromSeconds, toSeconds }: { readonly fromSeconds: number; readonly toSeconds: number },
  showsSeconds: boolean,
): string {
  if (!showsSeconds) return shareInMinutes(toSeconds * 1000)
  const isSame = fromSeconds === toSeconds
  if (toSeconds < 90) return isSame ? `${toSeconds} s` : `${fromSeconds} to ${toSeconds} s`
  const to = minutesAndSeconds(toSeconds * 1000)
  return isSame ? to : `${minutesAndSeconds(fromSeconds * 1000)} to ${to}`
}

/** How many a round that lies ahead will be held with: who is here or stepped out, before the start also who may come. */
export function peopleInRounds({ people, stage }: Pick<SessionState, 'people' | 'stage'>): number {
  return people.filter(({ role, presence }) => {
    if (isFacilitator(role)) return false
    if (presence === 'present' || presence === 'out' || presence === 'delayed') return true
    return stage === 'prepared' && presence === 'expected'
  }).length
}

/** What a screen reader says when the round goes on. */
export function roundSentence(turn: string | null, next: string | null, leftCount: number): string {
  const now = turn === null ? '' : `${turn} has the turn. `
  if (next === null) return turn === null ? 'Everyone has had a turn.' : `${now}Nobody else is to come.`
  return `${now}${next} is next, ${counted(leftCount, 'turn')} to come.`
}
