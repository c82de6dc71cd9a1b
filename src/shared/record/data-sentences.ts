import { counted, listed } from '../count.ts'
import type { MadeMark, PersonProgress, SessionState } from '../session/state.ts'
import { absencesOf, arrivalOf, isLate, wholeMinutes, type Absence, type TimeWords } from './member-facts.ts'
import { markSentences } from './mark-sentences.ts'

/**
 * The Data part of a member's note: what the log holds about them, as full sentences and in the order of a session.
 * Nothing is concluded from it, and talk time is left out.
 */
export function dataSentences(
  state: SessionState,
  person: PersonProgress,
  timeWords: TimeWords,
): readonly string[] {
  return [
    ...attendanceSentences(state, person, timeWords),
    ...markSentencesOf(state, person, timeWords),
    ...(person.hasAgreed ? [] : ['No confidentiality agreement was on file at the close.']),
  ]
}

function attendanceSentences(state: SessionState, person: PersonProgress, timeWords: TimeWords): string[] {
  const arrival = arrivalOf(person)
  if (arrival === null) return [absenceSentence(person)]
  const sentences = [presenceSentence(state, person)]
  const breakMinutes = wholeMinutes(person.breakMs)
  if (breakMinutes > 0) sentences.push(`${counted(breakMinutes, 'minute')} of these fell into breaks.`)
  if (person.isWalkIn) sentences.push(`Came unexpectedly at ${timeWords(arrival.wallMs)}.`)
  else if (isLate(arrival)) sentences.push(`Arrived at ${timeWords(arrival.wallMs)}.`)
  return [...sentences, ...absencesOf(person).map((absence) => awaySentence(absence, timeWords))]
}

function absenceSentence({ presence }: PersonProgress): string {
  switch (presence) {
    case 'excused':
      return 'Did not attend; excused.'
    case 'absent':
      return 'Did not attend; no-show.'
    case 'substituted':
      return 'Did not attend the group; seen alone in its place.'
    default:
      return 'No arrival was recorded.'
  }
}

function presenceSentence(state: SessionState, person: PersonProgress): string {
  const attended = wholeMinutes(person.presentMs)
  const whole = wholeMinutes(state.elapsedMs)
  return attended >= whole
    ? `Present for all ${counted(whole, 'minute')}.`
    : `Present for ${attended} of ${counted(whole, 'minute')}.`
}

function awaySentence({ kind, fromMs, toMs }: Absence, timeWords: TimeWords): string {
  const from = kind === 'left' ? `Left at ${timeWords(fromMs)}` : `Stepped out at ${timeWords(fromMs)}`
  if (toMs !== null) return `${from} and came back at ${timeWords(toMs)}.`
  return kind === 'left' ? `${from}, before the close.` : `${from}; no return was recorded.`
}

function markSentencesOf(state: SessionState, person: PersonProgress, timeWords: TimeWords): string[] {
  const phaseNames = new Map(state.phases.map(({ id, name }) => [id, name]))
  const made = state.marks.filter(({ personId }) => personId === person.personId)
  const kinds = [...new Set(made.map(({ mark }) => mark))]
  return kinds.map((kind) => {
    const ofKind = made.filter(({ mark }) => mark === kind)
    // A tick on paper has no time; what was marked after the entering does.
    const ticked = ofKind.filter(({ wallMs }) => wallMs === state.enteredLateAtMs).length
    const moments = ofKind
      .filter(({ wallMs }) => wallMs !== state.enteredLateAtMs)
      .map((entry) => moment(entry, phaseNames, timeWords))
    const said = [...(ticked === 0 ? [] : [tickedWords(ticked)]), ...moments]
    return `${markSentences[kind]} ${listed(said)}.`
  })
}

function tickedWords(count: number): string {
  return count === 1 ? 'once, as ticked on the paper sheet' : `${count} times, as ticked on the paper sheet`
}

function moment(
  { wallMs, phaseId }: MadeMark,
  phaseNames: ReadonlyMap<MadeMark['phaseId'], string>,
  timeWords: TimeWords,
): string {
  const phase = phaseNames.get(phaseId)
  return phase === undefined ? `at ${timeWords(wallMs)}` : `at ${timeWords(wallMs)} (${phase})`
}
