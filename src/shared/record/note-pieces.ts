import type { DocumentTimes } from './document-times.ts'
import { goalsInNote } from './goals-in-order.ts'
import type { NotePart } from './note-sections.ts'
import type { NoteFacts, SignedNote } from './note.ts'
import { nameWithCredentials } from './signature-words.ts'

/** A text with what it is; null where the section's heading says that already. */
export interface NotePiece {
  readonly label: string | null
  readonly text: string
}

type Times = Pick<DocumentTimes, 'timeOfDay' | 'moment'>

/**
 * What there is to say under the parts of one section, the same in every kind of document; nothing for what nobody wrote.
 */
export function notePieces(
  parts: readonly NotePart[],
  note: Pick<SignedNote, 'facts' | 'words'>,
  times: Times,
): NotePiece[] {
  return parts
    .flatMap((part) => piecesOf(part, note, times, parts.length === 1))
    .filter(({ text }) => text.trim() !== '')
}

function piecesOf(
  part: NotePart,
  { facts, words }: Pick<SignedNote, 'facts' | 'words'>,
  times: Times,
  isAlone: boolean,
): NotePiece[] {
  switch (part) {
    case 'data':
      return [
        { label: null, text: facts.sentences.join(' ') },
        { label: 'The group', text: facts.groupProcess },
      ]
    case 'numbers':
      return [{ label: isAlone ? null : 'Check-in, 0 to 10', text: numbersText(facts) }]
    case 'goals':
      return [{ label: isAlone ? null : 'Goals', text: goalsText(words.goals) }]
    case 'interventions':
      return interventionPieces(facts, isAlone)
    case 'response':
      return [
        { label: null, text: words.response },
        { label: 'Risk', text: riskText(facts, times) },
      ]
    case 'plan':
      return [
        { label: null, text: words.plan },
        { label: 'For everyone in the group', text: facts.groupPlan },
        { label: 'To practise until the next session', text: facts.homePractice },
      ]
  }
}

/** Staff are named with what each did, so that it shows where two led. */
function interventionPieces({ facilitators }: NoteFacts, isAlone: boolean): NotePiece[] {
  const label = (name: string) => (isAlone ? name : `Interventions, ${name}`)
  return facilitators.map((one) => ({ label: label(nameWithCredentials(one)), text: one.interventions }))
}

function numbersText({ checkIns }: NoteFacts): string {
  const names = [...new Set(checkIns.map(({ name }) => name))]
  return names
    .map((name) => {
      const given = (moment: 'start' | 'end') =>
        checkIns.find((one) => one.name === name && one.moment === moment)?.value
      const [start, end] = [given('start'), given('end')]
      const said = [
        ...(start === undefined ? [] : [`${start} at the start`]),
        ...(end === undefined ? [] : [`${end} at the end`]),
      ]
      return `${name} ${said.join(', ')}.`
    })
    .join(' ')
}

function goalsText(goals: SignedNote['words']['goals']): string {
  return goalsInNote(goals)
    .flatMap(({ text, progress, objectives }, index) => [
      withProgress(`${index + 1}. ${text}`, progress),
      ...objectives.map((objective, at) =>
        withProgress(`${index + 1}.${at + 1} ${objective.text}`, objective.progress),
      ),
    ])
    .join('\n')
}

function withProgress(goal: string, progress: string): string {
  return progress.trim() === '' ? goal : `${goal}: ${progress.trim()}`
}

function riskText({ followUps }: NoteFacts, times: Times): string {
  return followUps
    .map(({ openedAtMs, closedAtMs }) => {
      const opened = `Risk was marked at ${times.timeOfDay(openedAtMs)}`
      return closedAtMs === null
        ? `${opened}; its follow-up was open when this note was signed.`
        : `${opened}; its follow-up was closed and signed on ${times.moment(closedAtMs)}.`
    })
    .join(' ')
}
