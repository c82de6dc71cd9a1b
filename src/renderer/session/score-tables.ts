import { counted } from '../../shared/count.ts'
import { numberGiven } from '../../shared/measures/check-in.ts'
import { memberFacts } from '../../shared/record/member-facts.ts'
import { wallAt } from '../../shared/session/score-moment.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import { minutesAndSeconds, wallTime } from '../live/time-words.ts'
import type { ValuesTableModel } from '../../shared/plots/values.ts'
import { differenceWords } from './phase-difference.ts'
import type { NamedLine, SessionView } from './session-view.ts'

const skipWords = {
  'no-time': 'left out, no time',
  'group-need': 'left out, the group needed otherwise',
  'already-covered': 'left out, already covered',
  'not-today': 'left out, not today',
} as const

/** Each phase as it was planned and as it went, in the order of the agenda at the end. */
export function phasesTable(view: SessionView): ValuesTableModel {
  return {
    head: ['Phase', 'From', 'Planned', 'As it went', 'Difference'],
    rows: view.state.phases.map((phase) => ({
      key: phase.id,
      cells: [
        phase.name,
        phase.enteredAtMs === null ? '' : wallTime(wallAt(view.score, phase.enteredAtMs), view.zone),
        phase.isInserted ? 'put in' : `${phase.plannedMinutes} min`,
        heldWords(phase),
        phase.enteredAtMs === null ? '' : (differenceWords(phase)?.words ?? 'as planned'),
      ],
    })),
  }
}

function heldWords({ enteredAtMs, actualMs, skipReason }: PhaseProgress): string {
  if (enteredAtMs !== null) return `${Math.round(actualMs / 60_000)} min`
  return skipReason === null ? 'not begun' : skipWords[skipReason]
}

/** Each member's minutes, turns, marks and numbers, as the score draws them. */
export function membersTable(view: SessionView): ValuesTableModel {
  const { state, score, measures, zone } = view
  const hasTurns = score.turns.length > 0
  const samples = state.sampling.answers.length
  return {
    head: [
      'Member',
      'Present',
      'While it went on',
      ...(hasTurns ? ['Had the floor'] : []),
      ...(samples > 0 ? ['Heard'] : []),
      'Marks',
      ...measures.map(({ name }) => name),
    ],
    rows: view.members.map((line) => {
      const facts = memberFacts(state, line.person, (wallMs) => wallTime(wallMs, zone))
      return {
        key: line.person.personId,
        cells: [
          line.seated.name,
          facts.attendance,
          facts.remarks.join(', '),
          ...(hasTurns ? [floorCell(line)] : []),
          ...(samples > 0 ? [`in ${line.person.heardIn.length} of ${samples}`] : []),
          [...facts.marks, ...(facts.hasRisk ? ['risk'] : [])].join(', '),
          ...measures.map(({ id }) => numbersCell(view, line, id)),
        ],
      }
    }),
  }
}

function floorCell({ person: { turns, talkMs } }: NamedLine): string {
  return turns === 0 ? '' : `${minutesAndSeconds(talkMs)} in ${counted(turns, 'turn')}`
}

function numbersCell(
  { state: { checkIns } }: SessionView,
  { person: { personId } }: NamedLine,
  measureId: SessionView['measures'][number]['id'],
): string {
  const [start, end] = (['start', 'end'] as const).map((moment) =>
    numberGiven(checkIns, personId, measureId, moment),
  )
  if (start === undefined && end === undefined) return ''
  if (end === undefined) return `${start} at the start`
  return start === undefined ? `${end} at the end` : `${start} → ${end}`
}
