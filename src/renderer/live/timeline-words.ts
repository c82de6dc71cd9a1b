import { counted } from '../app/count.ts'
import type { Timeline } from './timeline-model.ts'

const minuteMs = 60_000

/** The timeline for those who hear it: phases with their minutes, then how much happened. */
export function timelineSentence(line: Timeline, isConcealed: boolean): string {
  const { segments, turns, marks, notes, nowMs } = line
  const phases = segments.map(({ name, startMs, endMs, status }) => {
    const minutes = Math.round(((status === 'current' ? nowMs : endMs) - startMs) / minuteMs)
    if (status === 'current') return `${name} now, for ${minutes} min`
    return status === 'held' ? `${name} ${minutes} min` : `${name} planned ${minutes} min`
  })
  const events = [
    counted(turns.length, 'turn'),
    counted(marks.length, 'mark'),
    ...(isConcealed ? [] : [counted(notes.length, 'note')]),
  ].join(', ')
  return `Timeline: ${phases.join('; ')}. ${events}.`
}
