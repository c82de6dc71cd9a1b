import { Check, ChevronRight, Lock } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '../ui/class-names.ts'
import type { GridLine } from './KeptGrid.tsx'
import styles from './KeptGrid.module.css'

interface KeptLineProps {
  readonly id: string
  readonly line: GridLine
  readonly index: number
  readonly topPx: number
  readonly isCurrent: boolean
  /** Null where lines are not chosen. */
  readonly isChosen: boolean | null
  readonly openWords: string
}

/** One line of a list. */
export const KeptLine = memo(function KeptLine(props: KeptLineProps) {
  const { id, line, index, topPx, isCurrent, isChosen, openWords } = props
  const { name, hint, cells, sign, mayBeChosen } = line
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      {...(isChosen === null ? {} : { 'aria-selected': isChosen })}
      className={styles['line']}
      data-current={isCurrent || undefined}
      data-chosen={isChosen === true || undefined}
      data-index={index}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <td className={styles['first']}>
        {isChosen === null ? null : (
          <span
            aria-hidden
            className={
              mayBeChosen ? classNames(styles['tick'], isChosen && styles['ticked']) : styles['noTick']
            }
          >
            {mayBeChosen ? <Check size={14} strokeWidth={3} /> : null}
          </span>
        )}
        <bdi className={styles['name']}>{name}</bdi>
        {hint === '' ? null : <bdi className={styles['hint']}>{hint}</bdi>}
        {sign === null ? null : (
          <span className={styles['sign']}>
            <Lock aria-hidden size={13} strokeWidth={1.75} /> {sign}
          </span>
        )}
      </td>
      {cells.map((cell, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
        <td key={place} className={styles['cell']}>
          {cell}
        </td>
      ))}
      <td className={styles['open']}>
        <button type="button" tabIndex={-1} data-opens aria-label={`${openWords} ${name}`}>
          <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
        </button>
      </td>
    </tr>
  )
})
