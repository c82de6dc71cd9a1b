import { noteSections, type NotePart } from '../../shared/record/note-sections.ts'
import type { NoteFacts, SignedNote } from '../../shared/record/note.ts'
import { linesOf } from './line-estimate.ts'
import { nameWithCredentials, Part, Words } from './parts.tsx'
import type { TimeWords } from './times.ts'

/** A text with what it is; null where the section's heading says that already. */
interface Piece {
  readonly label: string | null
  readonly text: string
}

interface NoteSectionsProps {
  readonly note: SignedNote
  readonly words: TimeWords
}

/** The parts of a note in the order of its format. */
export function NoteSections({ note, words }: NoteSectionsProps) {
  return noteSections[note.words.format].map(({ name, parts }) => {
    const pieces = parts.flatMap((part) => piecesOf(part, note, words, parts.length === 1))
    return (
      <Part key={name} heading={name}>
        {pieces.length === 0 && <Words text="" />}
        {pieces.map((piece) => (
          <LabelledWords key={`${piece.label} ${piece.text}`} {...piece} />
        ))}
      </Part>
    )
  })
}

function LabelledWords({ label, text }: Piece) {
  if (label === null) return <Words text={text} />
  return (
    <p className="words">
      <b>
        <bdi>{label}:</bdi>
      </b>
      {text.trim().includes('\n') ? '\n' : ' '}
      <span dir="auto">{text.trim()}</span>
    </p>
  )
}

/** What there is to say under a part; nothing for what nobody wrote. */
function piecesOf(part: NotePart, note: SignedNote, words: TimeWords, isAlone: boolean): Piece[] {
  return allPieces(part, note, words, isAlone).filter(({ text }) => text.trim() !== '')
}

function allPieces(part: NotePart, { facts, words: own }: SignedNote, words: TimeWords, isAlone: boolean) {
  switch (part) {
    case 'data':
      return [
        { label: null, text: facts.sentences.join(' ') },
        { label: 'The group', text: facts.groupProcess },
      ]
    case 'numbers':
      return [{ label: isAlone ? null : 'Check-in, 0 to 10', text: numbersText(facts) }]
    case 'goals':
      return [{ label: isAlone ? null : 'Goals', text: goalsText(own.goals) }]
    case 'interventions':
      return interventionPieces(facts, isAlone)
    case 'response':
      return [
        { label: null, text: own.response },
        { label: 'Risk', text: riskText(facts, words) },
      ]
    case 'plan':
      return [
        { label: null, text: own.plan },
        { label: 'For everyone in the group', text: facts.groupPlan },
        { label: 'To practise until the next session', text: facts.homePractice },
      ]
  }
}

/** Staff are named with what each did, so that it shows where two led. */
function interventionPieces({ facilitators }: NoteFacts, isAlone: boolean): Piece[] {
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
  return goals
    .map(({ text, progress }, index) => {
      const goal = `${index + 1}. ${text}`
      return progress.trim() === '' ? goal : `${goal}: ${progress.trim()}`
    })
    .join('\n')
}

function riskText({ followUps }: NoteFacts, words: TimeWords): string {
  return followUps
    .map(({ openedAtMs, closedAtMs }) => {
      const opened = `Risk was marked at ${words.timeOfDay(openedAtMs)}`
      return closedAtMs === null
        ? `${opened}; its follow-up was open when this note was signed.`
        : `${opened}; its follow-up was closed and signed on ${words.moment(closedAtMs)}.`
    })
    .join(' ')
}

/** How high the words of a note stand on the page, in CSS pixels: rather too much than too little. */
export function heightOfSections(note: SignedNote): number {
  // Times take their room in whatever words they are written.
  const words: TimeWords = { day: longest, timeOfDay: longest, moment: longest }
  const sections = noteSections[note.words.format]
  const pieces = sections.flatMap(({ parts }) =>
    parts.flatMap((part) => piecesOf(part, note, words, parts.length === 1)),
  )
  const lines = pieces.flatMap(({ label, text }) =>
    `${label ?? ''}: ${text.trim()}`.split('\n').map((line) => linesOf(line, lettersPerLine)),
  )
  const lineCount = lines.reduce((sum, count) => sum + count, sections.length)
  return lineCount * lineHeight + pieces.length * pieceGap + sections.length * sectionGap
}

const lettersPerLine = 80
const lineHeight = 18.2
const pieceGap = 4
const sectionGap = 10

function longest(): string {
  return 'Sep 30, 2026, 12:59 PM'
}
