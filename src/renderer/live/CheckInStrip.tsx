import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { numberBefore, numberGiven } from '../../shared/measures/check-in.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import type { Moment } from '../../shared/session/vocabulary.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { CheckInStart } from './CheckInStart.tsx'
import styles from './CheckInStrip.module.css'
import { comparedWords, momentWords, type ComparedWords } from './check-in-words.ts'
import { cellAfterNumber, cellBy, personBy, type CheckInCell, type CheckInPlace } from './check-in-plan.ts'
import type { CheckInKeyAct } from './check-in-keys.ts'
import { useLive } from './live-context.ts'
import { useCheckIn, type CheckInDesk } from './use-check-in.ts'
import { useCheckInKeys } from './use-check-in-keys.ts'
import type { ChangeView } from './use-live-view.ts'

interface CheckInStripProps {
  readonly place: CheckInPlace
  /** A refusal or a line of help, in place of the keys. */
  readonly note: string | null
  readonly change: ChangeView
}

/** Numbers from 0 to 10, person by person and measure by measure: one key each, and on to the next at once. */
export function CheckInStrip({ place, note, change }: CheckInStripProps) {
  const live = useLive()
  const desk = useCheckIn(place)
  const act = useCheckInAct(place, desk, change)
  useCheckInKeys(act)
  if (live.isConcealed) {
    return (
      <p className={styles['quiet']}>
        <strong>Concealed</strong> Keys for numbers rest. Press Esc to return.
      </p>
    )
  }
  if (desk === null) return <div className={styles['strip']} aria-busy />
  if (desk === 'nothing-asked') return <CheckInStart onClose={() => change({ checkIn: null })} />
  if (desk === 'nobody-here')
    return <p className={styles['quiet']}>Nobody is here yet whose numbers could be asked.</p>
  return <Numbers desk={desk} place={place} note={note} onAct={act} change={change} />
}

function useCheckInAct(
  place: CheckInPlace,
  desk: ReturnType<typeof useCheckIn>,
  change: ChangeView,
): (act: CheckInKeyAct) => boolean {
  const live = useLive()
  // Numbers are typed faster than the log acknowledges them.
  const sent = useRef(new Set<string>())
  const goTo = (cell: CheckInCell, isCleared = false) => {
    live.picked.pick({ selectedId: cell.personId })
    change({ checkIn: { ...place, ...cell, isCleared } })
  }
  return (key) => {
    // No number is given to a person whom one cannot see.
    if (live.isConcealed) return key.type === 'number'
    if (key.type === 'close') {
      change({ checkIn: null })
      return true
    }
    // Without numbers to enter, Tab leads to the buttons.
    if (desk === null || typeof desk === 'string') return key.type !== 'person'
    const { grid, cell, moment } = desk
    const isSent = (one: CheckInCell) => grid.isFilled(one) || sent.current.has(keyOf(one, moment))
    switch (key.type) {
      case 'number': {
        live.act(({ checkIns }) =>
          numberGiven(checkIns, cell.personId, cell.measureId, moment) === key.value
            ? null
            : { type: 'record-check-in', ...cell, moment, value: key.value },
        )
        sent.current.add(keyOf(cell, moment))
        goTo(cellAfterNumber({ ...grid, isFilled: isSent }, cell))
        return true
      }
      case 'cell':
        goTo(cellBy(grid, cell, key.by))
        return true
      case 'person':
        goTo(personBy(grid, cell, key.by))
        return true
      case 'clear':
        // A number moves on at once, so what one wants to correct is usually one behind.
        goTo(grid.isFilled(cell) && !place.isCleared ? cell : cellBy(grid, cell, -1), true)
        return true
      case 'moment':
        change({
          checkIn: { ...place, ...cell, moment: moment === 'start' ? 'end' : 'start', isCleared: false },
        })
        return true
      case 'nothing':
        return true
    }
  }
}

function keyOf({ personId, measureId }: CheckInCell, moment: Moment): string {
  return `${personId} ${measureId} ${moment}`
}

interface NumbersProps extends CheckInStripProps {
  readonly desk: CheckInDesk
  readonly onAct: (act: CheckInKeyAct) => boolean
}

function Numbers({ desk, place, note, onAct, change }: NumbersProps) {
  const { measures, people, cell, moment } = desk
  const person = people.find(({ personId }) => personId === cell.personId)
  if (person === undefined) return null
  const at = people.indexOf(person) + 1
  return (
    <section aria-label="Check-in numbers" className={styles['strip']}>
      <button
        type="button"
        className={styles['moment']}
        aria-label={`${momentWords[moment]}; press for the other end of the session`}
        aria-keyshortcuts="S"
        onClick={() => void onAct({ type: 'moment' })}
      >
        <span>{momentWords[moment]}</span>
        <Kbd keys="S" />
      </button>
      <p className={styles['person']}>
        <strong>
          <bdi>{person.name}</bdi>
        </strong>
        <span className={styles['count']}>
          {at} of {people.length}
        </span>
      </p>
      <ul className={styles['cells']} aria-label={`Numbers of ${person.name}`}>
        {measures.map((measure) => (
          <NumberCell
            key={measure.id}
            desk={desk}
            measure={measure}
            isCurrent={measure.id === cell.measureId}
            isCleared={place.isCleared && measure.id === cell.measureId}
            onChoose={() =>
              change({
                checkIn: { ...place, personId: cell.personId, measureId: measure.id, isCleared: false },
              })
            }
          />
        ))}
      </ul>
      {note === null ? <KeyHints /> : <output className={styles['note']}>{note}</output>}
      <VisuallyHidden>
        <output>
          {person.name}, {measures.find(({ id }) => id === cell.measureId)?.name}, {momentWords[moment]}
        </output>
      </VisuallyHidden>
    </section>
  )
}

function KeyHints() {
  return (
    <p className={styles['keys']}>
      <span>
        <Kbd keys="0" />–<Kbd keys="9" /> <Kbd keys="X" /> ten
      </span>
      <span>
        <Kbd keys="Tab" /> person <Kbd keys="C" /> done
      </span>
    </p>
  )
}

interface NumberCellProps {
  readonly desk: CheckInDesk
  readonly measure: Measure
  readonly isCurrent: boolean
  readonly isCleared: boolean
  readonly onChoose: () => void
}

function NumberCell({ desk, measure, isCurrent, isCleared, onChoose }: NumberCellProps) {
  const { state } = useLive()
  const box = useRef<HTMLLIElement>(null)
  const cell = { personId: desk.cell.personId, measureId: measure.id, moment: desk.moment }
  const given = numberGiven(state.checkIns, cell.personId, cell.measureId, cell.moment)
  const value = isCleared ? undefined : given
  const before = numberBefore(state, desk.last, cell)
  const compared = comparedWords(before, value, measure.better)
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={box} className={styles['cell']} data-current={isCurrent || undefined}>
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        aria-label={[measure.name, value ?? 'no number yet', compared?.spoken]
          .filter((one) => one !== undefined)
          .join(', ')}
        onClick={onChoose}
      >
        <span className={styles['name']}>{measure.name}</span>
        <span className={styles['value']}>
          <strong>{value ?? '–'}</strong>
          {compared === null ? (
            before === undefined ? null : (
              <span className={styles['before']}>was {before}</span>
            )
          ) : (
            <Compared compared={compared} />
          )}
        </span>
      </button>
    </li>
  )
}

const arrows = { up: ArrowUp, down: ArrowDown, same: Equal } as const

/** Shape and words; the accent says better, and nothing says worse in a colour. */
function Compared({ compared: { move, words } }: { readonly compared: ComparedWords }) {
  const Arrow = arrows[move.direction]
  return (
    <span className={styles['before']} data-better={move.isBetter === true || undefined}>
      <Arrow aria-hidden size={13} strokeWidth={2.25} />
      {words.replace(/^(?:up|down) /, '')}
    </span>
  )
}
