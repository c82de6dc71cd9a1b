import type { DocumentTimes } from '../../shared/record/document-times.ts'
import { notePieces, type NotePiece } from '../../shared/record/note-pieces.ts'
import { noteSections } from '../../shared/record/note-sections.ts'
import type { SignedNote } from '../../shared/record/note.ts'
import { linesOf } from './line-estimate.ts'
import { Part, Words } from './parts.tsx'

interface NoteSectionsProps {
  readonly note: SignedNote
  readonly words: DocumentTimes
}

/** The parts of a note in the order of its format. */
export function NoteSections({ note, words }: NoteSectionsProps) {
  return noteSections[note.words.format].map(({ name, parts }) => {
    const pieces = notePieces(parts, note, words)
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

function LabelledWords({ label, text }: NotePiece) {
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

/** How high the words of a note stand on the page, in CSS pixels: rather too much than too little. */
export function heightOfSections(note: SignedNote): number {
  // Times take their room in whatever words they are written.
  const words: DocumentTimes = { day: longest, timeOfDay: longest, moment: longest }
  const sections = noteSections[note.words.format]
  const pieces = sections.flatMap(({ parts }) => notePieces(parts, note, words))
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
