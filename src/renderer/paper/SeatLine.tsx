import { markWords } from '../../shared/session/mark-words.ts'
import type { Seated } from '../live/seated.ts'
import { classNames } from '../ui/class-names.ts'
import { readMoment, writeClock } from './clock-entry.ts'
import { setStatus, statusColumns, tick } from './line-keys.ts'
import { places, type ReadSheet } from './read-draft.ts'
import type { LineDraft } from './sheet-draft.ts'
import styles from './PaperScreen.module.css'

interface SeatLineProps {
  readonly person: Seated
  readonly line: LineDraft
  readonly isCurrent: boolean
  readonly read: ReadSheet
  readonly zone: string
  readonly onChange: (update: (line: LineDraft) => LineDraft) => void
}

export function SeatLine({ person, line, isCurrent, read, zone, onChange }: SeatLineProps) {
  const { personId, name, seat, isFacilitator } = person
  const tab = isCurrent ? 0 : -1
  return (
    <tr data-person={personId} data-away={line.status !== 'present' || undefined}>
      <th scope="row" className={styles['person']}>
        <span className={styles['seatNumber']}>{isFacilitator ? '' : seat}</span>
        <bdi>{name}</bdi>
      </th>
      {statusColumns.map(({ id, name: column }) =>
        id === 'came' || id === 'left' ? (
          <td key={id}>
            <MomentField
              {...{ person, line, read, zone, onChange }}
              which={id}
              label={`${name}: ${column}`}
            />
          </td>
        ) : (
          <td key={id}>
            <Box
              label={`${name}: ${column}`}
              count={line.status === id ? 1 : 0}
              tabIndex={id === 'present' ? tab : -1}
              onPress={() => onChange((before) => setStatus(before, id))}
            />
          </td>
        ),
      )}
      {markWords.map(({ mark, name: markName }) => (
        <td key={mark} className={mark === 'shared' ? styles['firstMark'] : undefined}>
          {isFacilitator ? null : (
            <Box
              label={`${name}: ${markName.toLowerCase()}`}
              count={line.status === 'present' ? (line.marks[mark] ?? 0) : 0}
              tabIndex={-1}
              isRisk={mark === 'risk'}
              onPress={() => onChange((before) => tick(before, mark))}
            />
          )}
        </td>
      ))}
    </tr>
  )
}

interface BoxProps {
  readonly label: string
  readonly count: number
  readonly tabIndex: number
  readonly isRisk?: boolean
  readonly onPress: () => void
}

/** A box to tick; ticked more than once, it shows how often. */
function Box({ label, count, tabIndex, isRisk = false, onPress }: BoxProps) {
  return (
    <button
      type="button"
      data-cell
      className={classNames(styles['box'], isRisk && styles['risk'])}
      aria-label={count > 1 ? `${label}, ${count} times` : label}
      aria-pressed={count > 0}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      <span aria-hidden>{count === 0 ? '' : count === 1 ? '✓' : count}</span>
    </button>
  )
}

interface MomentFieldProps extends Omit<SeatLineProps, 'isCurrent'> {
  readonly which: 'came' | 'left'
  readonly label: string
}

function MomentField({ person, line, read, zone, onChange, which, label }: MomentFieldProps) {
  const place = places[which](person.personId)
  const { startMs, endMs } = read
  const settle = () => {
    if (startMs === null || endMs === null || line[which] === '') return
    const ms = readMoment(line[which], which, { startMs, endMs, zone })
    if (ms !== null) onChange((before) => ({ ...before, [which]: writeClock(ms, zone) }))
  }
  return (
    <input
      id={place}
      data-cell
      className={styles['moment']}
      aria-label={label}
      aria-invalid={line.status === 'present' && read.problems.some((problem) => problem.place === place)}
      autoComplete="off"
      tabIndex={-1}
      value={line.status === 'present' ? line[which] : ''}
      onChange={(event) => {
        const text = event.currentTarget.value.replaceAll(/[^\d:.]/gu, '')
        onChange((before) => ({ ...before, status: 'present', [which]: text }))
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={settle}
    />
  )
}
