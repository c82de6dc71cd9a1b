import { memo, useRef, type RefObject } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Presence, Role } from '../../shared/session/vocabulary.ts'
import styles from './Seat.module.css'
import { SeatBadgeIcon } from './SeatBadgeIcon.tsx'
import { SeatMenu } from './SeatMenu.tsx'
import { seatLabel, type SeatBadge } from './seat-words.ts'
import { useLongPress } from './use-long-press.ts'

interface SeatProps {
  readonly personId: PersonId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly isFacilitator: boolean
  readonly name: string
  readonly initials: string
  readonly role: Role
  readonly seatKey: string | null
  /** Empty when there is nothing to say. */
  readonly caption: string
  /** Where seats stand close, only a turn's time is shown, inside the seat. */
  readonly hasCaption: boolean
  readonly sentence: string
  readonly badge: SeatBadge | null
  readonly presence: Presence
  readonly ring: number
  readonly hasFloor: boolean
  /** Has not had the floor in this phase, and neither passed nor listens by choice. */
  readonly isUnheard: boolean
  readonly isSelected: boolean
  readonly isMenuOpen: boolean
  readonly onTap: (personId: PersonId) => void
  readonly onMenu: (personId: PersonId | null) => void
}

/** One seat. Drawn again only when something on it changes, so that a ticking clock leaves the circle alone. */
export const Seat = memo(function Seat(props: SeatProps) {
  const { personId, isFacilitator, caption, badge, seatKey, onMenu } = props
  const button = useRef<HTMLButtonElement>(null)
  const closeMenu = () => {
    onMenu(null)
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }))
  }
  return (
    <li
      className={styles['place']}
      style={{ left: props.x, top: props.y, width: props.width }}
      data-kind={isFacilitator ? 'facilitator' : 'member'}
      data-presence={props.presence}
      data-floor={props.hasFloor || undefined}
      data-unheard={props.isUnheard || undefined}
      data-selected={props.isSelected || undefined}
      data-small={props.width < 60 || undefined}
    >
      <SeatButton {...props} button={button} />
      {seatKey === null ? null : (
        <kbd aria-hidden className={styles['key']}>
          {seatKey}
        </kbd>
      )}
      {badge === null || isFacilitator ? null : <SeatBadgeIcon badge={badge} />}
      {caption === '' || isFacilitator || !props.hasCaption ? null : (
        <span aria-hidden className={styles['caption']} data-badge={badge ?? undefined}>
          {caption}
        </span>
      )}
      {props.isMenuOpen ? <SeatMenu personId={personId} anchor={button} onClose={closeMenu} /> : null}
    </li>
  )
})

interface SeatButtonProps extends SeatProps {
  readonly button: RefObject<HTMLButtonElement | null>
}

function SeatButton({ button, ...props }: SeatButtonProps) {
  const { personId, isFacilitator, name, hasFloor, onTap, onMenu } = props
  const press = useLongPress(() => onMenu(personId))
  const label = isFacilitator
    ? { text: firstName(name), size: 'large' }
    : seatLabel(name, props.initials, props.width)
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
        if (!press.wasLong()) onTap(personId)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(personId)
      }}
      {...press.handlers}
    >
      {isFacilitator ? null : <TalkRing share={props.ring} isDotted={props.isUnheard} />}
      <bdi className={styles['name']} data-size={label.size}>
        {label.text}
      </bdi>
      {isFacilitator || (hasFloor && !props.hasCaption) ? (
        <span className={styles['role']}>{hasFloor ? props.caption : props.role}</span>
      ) : null}
    </button>
  )
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

interface TalkRingProps {
  readonly share: number
  readonly isDotted: boolean
}

function TalkRing({ share, isDotted }: TalkRingProps) {
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
