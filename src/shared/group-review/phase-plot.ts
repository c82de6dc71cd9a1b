import { counted } from '../count.ts'
import type { GroupReview } from '../ipc/group-review-calls.ts'
import type { ValuesTableModel } from '../plots/values.ts'

export type Phase = GroupReview['phases'][number]

const minuteMs = 60_000

/** The longest time that the plot has to show, in minutes. */
export function longestOf(phases: readonly Phase[]): number {
  return Math.max(
    1,
    ...phases.map(({ longestMs, plannedMinutes }) => Math.max(minutesOf(longestMs), plannedMinutes)),
  )
}

/** Rounded: beside a plan in whole minutes, seconds say nothing. */
export function minutesOf(ms: number): number {
  return Math.round(ms / minuteMs)
}

/** `usually 14 to 19`, `always 5`. */
export function usualWords({ usualFromMs, usualToMs, held }: Phase): string {
  const [from, to] = [minutesOf(usualFromMs), minutesOf(usualToMs)]
  if (held === 1) return `took ${from}`
  return from === to ? `usually ${from}` : `usually ${from} to ${to}`
}

/** What is heard of one phase. */
export function spokenPhase(phase: Phase): string {
  const { name, plannedMinutes, held, leftOut } = phase
  const left = leftOut === 0 ? '' : `, left out ${timesWords(leftOut)}`
  return `${name}: planned ${plannedMinutes}, ${usualWords(phase)} minutes in ${counted(held, 'session')}${left}`
}

export function timesWords(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count} times`
}

export function phasesTable(phases: readonly Phase[]): ValuesTableModel {
  return {
    head: ['Phase', 'Planned', 'Shortest', 'Usual from', 'Usual to', 'Longest', 'Sessions', 'Left out'],
    rows: phases.map((phase) => ({
      key: phase.name,
      cells: [
        phase.name,
        String(phase.plannedMinutes),
        ...[phase.shortestMs, phase.usualFromMs, phase.usualToMs, phase.longestMs].map((ms) =>
          String(minutesOf(ms)),
        ),
        String(phase.held),
        String(phase.leftOut),
      ],
    })),
  }
}
