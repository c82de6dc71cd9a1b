import { CircleQuestionMark, Ear, Flag, Heart, Reply, Sprout, Zap, type LucideIcon } from 'lucide-react'
import type { Mark } from '../../shared/session/vocabulary.ts'

/** What a mark is drawn as. *shared* is a dot above the note; passing and listening are the same choice to the eye. */
const glyphs: Readonly<Record<Exclude<Mark, 'shared'>, LucideIcon>> = {
  feedback: Reply,
  skill: Sprout,
  asked: CircleQuestionMark,
  passed: Ear,
  quiet: Ear,
  moved: Heart,
  conflict: Zap,
  risk: Flag,
}

interface MarkGlyphProps {
  readonly mark: Exclude<Mark, 'shared'>
  readonly size: number
}

export function MarkGlyph({ mark, size }: MarkGlyphProps) {
  const Glyph = glyphs[mark]
  return <Glyph aria-hidden size={size} strokeWidth={2} />
}

/** The sign of a held silence: an arc with a point in it. */
export function Fermata() {
  return (
    <svg aria-hidden width="18" height="11" viewBox="0 0 18 11" fill="none">
      <path d="M1.2 9.6C1.2 5 4.6 1.6 9 1.6s7.8 3.4 7.8 8" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="9" cy="8.6" r="1.7" fill="currentColor" />
    </svg>
  )
}
