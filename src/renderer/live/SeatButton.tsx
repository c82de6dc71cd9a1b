import type { KeyboardEvent, RefObject } from 'react'
import type { SeatProps } from './Seat.tsx'
import styles from './Seat.module.css'
import { useSeatHand, type SeatHand } from './seat-hand.ts'
import { seatLabel } from './seat-words.ts'
import { useSeatPress } from './use-seat-press.ts'

interface SeatButtonProps extends SeatProps {
  readonly button: RefObject<HTMLButtonElement | null>
}

/** What is pressed, held and dragged: the disc with its ring, or a facilitator's chair. */
export function SeatButton({ button, ...props }: SeatButtonProps) {
  const { personId, isFacilitator, name, hasFloor, isMovedByKeys, onTap, onMenu } = props
  const hand = useSeatHand()
  const press = useSeatPress({
    onLongPress: () => onMenu(personId),
    onDrag: (by) => {
      if (props.isMenuOpen) onMenu(null)
      hand.drag(personId, by)
    },
    onDrop: (by) => hand.drop(personId, by),
    onCancel: hand.putBack,
  })
  return (
    <button
      ref={button}
      type="button"
      className={styles['seat']}
      aria-label={props.sentence}
      aria-pressed={hasFloor}
      aria-keyshortcuts={props.seatKey ?? undefined}
      aria-haspopup="menu"
      onClick={() => {
        if (!press.wasMore()) onTap(personId)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(personId)
      }}
      onKeyDown={isMovedByKeys ? (event) => moveByKey(event, hand) : undefined}
      onBlur={isMovedByKeys ? hand.putBack : undefined}
      {...press.handlers}
    >
      {isFacilitator ? null : <TalkRing share={props.ring} isDotted={props.isUnheard} />}
      <SeatName {...props} name={isFacilitator ? firstName(name) : name} />
    </button>
  )
}

const farPx = 24
const nearPx = 4

/** Arrow keys move, with Shift a little; Enter keeps and Escape puts back, and mean nothing else meanwhile. */
function moveByKey(event: KeyboardEvent, hand: SeatHand): void {
  const step = event.shiftKey ? nearPx : farPx
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => hand.nudge({ x: -step, y: 0 }),
    ArrowRight: () => hand.nudge({ x: step, y: 0 }),
    ArrowUp: () => hand.nudge({ x: 0, y: -step }),
    ArrowDown: () => hand.nudge({ x: 0, y: step }),
    Enter: hand.putDown,
    ' ': hand.putDown,
    Escape: hand.putBack,
  }
  const act = acts[event.key]
  if (act === undefined) return
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** Name, and below it the time of a turn where no caption has it, or what the person is in the circle. */
function SeatName({ name, initials, width, isFacilitator, role, ...props }: SeatProps) {
  const label = isFacilitator ? { text: name, size: 'large' } : seatLabel(name, initials, width)
  const turn = props.hasFloor && (isFacilitator || !props.hasCaption) ? props.caption : null
  const below = turn ?? (width < 60 ? null : role)
  return (
    <>
      <bdi className={styles['name']} data-size={label.size}>
        {label.text}
      </bdi>
      {below === null ? null : <span className={styles['role']}>{below}</span>}
    </>
  )
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

interface TalkRingProps {
  readonly share: number
  readonly isDotted: boolean
}

/** How much somebody has talked, around their seat. */
export function TalkRing({ share, isDotted }: TalkRingProps) {
  return (
    <svg aria-hidden viewBox="0 0 76 76" className={styles['ring']}>
      <circle
        cx="38"
        cy="38"
        r="36.5"
        // Every second step of the way round is a dot.
        pathLength={72}
        className={styles['track']}
        data-dotted={isDotted || undefined}
      />
      {share === 0 ? null : (
        <circle
          cx="38"
          cy="38"
          r="36.5"
          pathLength={1}
          strokeDasharray={`${share} 1`}
          className={styles['talked']}
        />
      )}
    </svg>
  )
}
