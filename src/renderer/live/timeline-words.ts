import { counted } from '../../shared/count.ts'
import { aboutMinutes } from './time-words.ts'
import type { Timeline } from './timeline-model.ts'

const minuteMs = 60_000

/** The timeline for those who hear it: phases with their minutes, then how much happened. */
export function timelineSentence(line: Timeline, isConcealed: boolean): string {
  const { segments, gaps, turns, marks, notes, nowMs } = line
  const phases = segments.map(({ name, startMs, endMs, status }) => {
    const minutes = Math.round(((status === 'current' ? nowMs : endMs) - startMs) / minuteMs)
    if (status === 'current') return `${name} now, for ${minutes} min`
    return status === 'held' ? `${name} ${minutes} min` : `${name} planned ${minutes} min`
  })
  const stretches = gaps.map(
    ({ startMs, endMs, kind }) => ` ${gapWords[kind]} of ${aboutMinutes(endMs - startMs)}.`,
  )
  const events = [
    counted(turns.length, 'turn'),
    counted(marks.length, 'mark'),
    ...(isConcealed ? [] : [counted(notes.length, 'note')]),
  ].join(', ')
  return `Timeline: ${phases.join('; ')}.${stretches.join('')} ${events}.`
}

const gapWords: Readonly<Record<Timeline['gaps'][number]['kind'], string>> = {
  open: 'Gap, not yet answered,',
  break: 'Break while the console was away,',
  kept: 'Gap, kept as session time,',
  locked: 'The console was locked, for session time',
}
