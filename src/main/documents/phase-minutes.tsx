import { counted } from '../../shared/count.ts'
import {
  longestOf,
  minutesOf,
  spokenPhase,
  timesWords,
  usualWords,
  type Phase,
} from '../../shared/group-review/phase-plot.ts'
import { LongTable } from './parts.tsx'
import { rounded } from './plots/paper-scales.ts'

interface PhaseMinutesProps {
  readonly phases: readonly Phase[]
  readonly sessionCount: number
}

/** What each phase was planned to take, beside what it took. */
export function PhaseMinutes({ phases, sessionCount }: PhaseMinutesProps) {
  if (phases.length === 0) return null
  const longest = longestOf(phases)
  return (
    <section className="spans">
      <LongTable
        name="Minutes per phase"
        level={2}
        columns={['Phase', 'Minutes', 'Usual and planned']}
        legend={`Over ${counted(sessionCount, 'session')}. The bar is where half of them lie, the thin line the shortest and the longest, the upright stroke what is planned.`}
      >
        {phases.map((phase) => (
          <tr key={phase.name}>
            <th scope="row">
              <bdi>{phase.name}</bdi>
            </th>
            <td>
              <Track phase={phase} longest={longest} />
            </td>
            <td>
              <b>{usualWords(phase)}</b>, planned {phase.plannedMinutes}
              {phase.leftOut === 0 ? null : `, left out ${timesWords(phase.leftOut)}`}
            </td>
          </tr>
        ))}
      </LongTable>
    </section>
  )
}

const trackWidth = 330
const trackHeight = 18

function Track({ phase, longest }: { readonly phase: Phase; readonly longest: number }) {
  const at = (minutes: number) => rounded((minutes / longest) * (trackWidth - 2)) + 1
  const ofMs = (ms: number) => at(minutesOf(ms))
  const from = ofMs(phase.usualFromMs)
  const middle = trackHeight / 2
  return (
    <svg width={trackWidth} height={trackHeight} role="img" aria-label={spokenPhase(phase)}>
      <line x1={ofMs(phase.shortestMs)} x2={ofMs(phase.longestMs)} y1={middle} y2={middle} stroke="#777" />
      <rect x={from} y={5} width={Math.max(1, ofMs(phase.usualToMs) - from)} height={8} fill="#111" />
      <rect
        x={at(phase.plannedMinutes) - 1.5}
        y={1}
        width={3}
        height={trackHeight - 2}
        fill="#111"
        stroke="#fff"
        strokeWidth={1}
      />
    </svg>
  )
}
