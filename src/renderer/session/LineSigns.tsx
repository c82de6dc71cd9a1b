import { Clock, LogOut } from 'lucide-react'
import { absenceWords, isLate } from '../../shared/record/member-facts.ts'
import type { MadeMark } from '../../shared/session/state.ts'
import type { Mark } from '../../shared/session/vocabulary.ts'
import { MarkGlyph } from './MarkGlyph.tsx'
import { clusterBy, middleOf, share, type ScoreLayout } from './score-layout.ts'
import styles from './Staves.module.css'
import type { NamedLine } from './session-view.ts'

interface LineSignsProps {
  /** Those that are not drawn as a slur. */
  readonly marks: readonly MadeMark[]
  readonly layout: ScoreLayout
  readonly line: NamedLine
  readonly index: number
}

/** Marks upon a line, and where it begins late, pauses and ends. */
export function LineSigns({ marks, line, index, layout }: LineSignsProps) {
  const { pitch, msPerPx, spacing } = layout
  const size = pitch < 26 ? 11 : pitch >= 48 ? 16 : 14
  const y = middleOf(index, pitch)
  const signs = marks.flatMap(({ seq, mark, atMs }) => (mark === 'shared' ? [] : [{ mark, atMs, key: seq }]))
  return (
    <>
      {clusterBy(signs, kindOf, (size + 3) * msPerPx).map(({ atMs, items: [first] }) => (
        <i
          key={first.key}
          className={styles['sign']}
          data-mark={first.mark}
          style={{
            insetInlineStart: share(atMs, layout),
            insetBlockStart: first.mark === 'risk' ? y - 2 * spacing - size * 0.75 : y,
          }}
        >
          <MarkGlyph mark={first.mark} size={size} />
        </i>
      ))}
      <PresenceSigns line={line} y={y} size={size} layout={layout} />
    </>
  )
}

/** Passing and listening are drawn as the same. */
function kindOf({ mark }: { readonly mark: Mark }): string {
  return mark === 'quiet' ? 'passed' : mark
}

interface PresenceSignsProps {
  readonly line: NamedLine
  readonly y: number
  readonly size: number
  readonly layout: ScoreLayout
}

function PresenceSigns({ line, y, size, layout }: PresenceSignsProps) {
  const { person, out } = line
  const arrived = person.changes.find(({ presence }) => presence === 'present')
  if (arrived === undefined) {
    return (
      <span className={styles['away']} style={{ insetBlockStart: y }}>
        {absenceWords(person)}
      </span>
    )
  }
  const left = person.changes.filter(({ presence }) => presence === 'left')
  return (
    <>
      {isLate(arrived) ? (
        <i
          className={styles['late']}
          style={{ insetBlockStart: y, insetInlineStart: share(arrived.atMs, layout) }}
        >
          <Clock aria-hidden size={size} strokeWidth={2} />
        </i>
      ) : null}
      {[...out.map(({ startMs }) => startMs), ...left.map(({ atMs }) => atMs)].map((ms) => (
        <i
          key={ms}
          className={styles['out']}
          style={{ insetBlockStart: y, insetInlineStart: share(ms, layout) }}
        >
          <LogOut aria-hidden size={size} strokeWidth={2} />
        </i>
      ))}
    </>
  )
}
