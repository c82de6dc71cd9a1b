import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Letter } from './Remarks.tsx'
import type { Remark } from './remark.ts'
import styles from './MarkedText.module.css'

/** A stretch of a text and the remark on it. */
export interface TextMark {
  readonly start: number
  readonly end: number
  readonly remark: Remark
}

interface MarkedTextProps {
  readonly text: string
  readonly marks: readonly TextMark[]
}

/** The lines under the words of a field, drawn behind it: the same words, wrapped the same way, and not seen themselves. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return (
    <div aria-hidden dir="auto" className={styles['marked']}>
      {piecesOf(text, marks)}
    </div>
  )
}

function piecesOf(text: string, marks: readonly TextMark[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    // Where two remarks overlap, the first one is drawn; both have their cards.
    if (mark.start < at || mark.end > text.length) continue
    pieces.push(text.slice(at, mark.start))
    pieces.push(
      <span
        key={`${mark.start} ${mark.remark.key}`}
        className={classNames(styles['mark'], mark.remark.comesFirst && styles['first'])}
      >
        {text.slice(mark.start, mark.end)}
        <span className={styles['letter']}>
          <Letter remark={mark.remark} />
        </span>
      </span>,
    )
    at = mark.end
  }
  pieces.push(text.slice(at))
  return pieces
}

/** The stretches of one text that remarks are about. */
export function marksIn(
  remarks: readonly Remark[],
  { field, index }: { readonly field: string; readonly index: number },
): readonly TextMark[] {
  return remarks.flatMap((remark) =>
    remark.places
      .filter((place) => place.field === field && place.index === index)
      .map(({ start, end }) => ({ start, end, remark })),
  )
}
