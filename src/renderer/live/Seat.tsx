import { memo, useRef, type CSSProperties } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import type { Presence } from '../../shared/session/vocabulary.ts'
import styles from './Seat.module.css'
import { SeatBadgeIcon } from './SeatBadgeIcon.tsx'
import { SeatButton } from './SeatButton.tsx'
import { SeatMenu } from './SeatMenu.tsx'
import type { SeatSigns } from './seat-signs.ts'
import type { Place } from './seat-space.ts'
import { captionThatFits, type SeatBadge } from './seat-words.ts'

export interface SeatProps {
  readonly personId: PersonId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly isFacilitator: boolean
  readonly name: string
  readonly initials: string
  /** Shown below the name; null for a member. */
  readonly role: string | null
  readonly seatKey: string | null
  /** Where a member's key and badge stand; null for a facilitator, whose key keeps its corner. */
  readonly signs: SeatSigns | null
  /** Empty when there is nothing to say. */
  readonly caption: string
  /** Pixels that the caption may be wide. */
  readonly captionRoom: number
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
  readonly isMoving: boolean
  /** On its way with the arrow keys. */
  readonly isMovedByKeys: boolean
  readonly onTap: (personId: PersonId) => void
  readonly onMenu: (personId: PersonId | null) => void
}

/** One seat. Drawn again only when something on it changes, so that a ticking clock leaves the circle alone. */
export const Seat = memo(function Seat(props: SeatProps) {
  const { personId, isFacilitator, caption, badge, seatKey, signs, onMenu } = props
  const button = useRef<HTMLButtonElement>(null)
  const closeMenu = () => {
    onMenu(null)
    requestAnimationFrame(() => {
      // Whoever has gone on to a note meanwhile keeps the focus there: the next key is not the circle's.
      const isWriting = document.activeElement?.closest('input, textarea, [role="dialog"]') != null
      if (!isWriting) button.current?.focus({ preventScroll: true })
    })
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
      data-moving={props.isMoving || undefined}
    >
      <SeatButton {...props} button={button} />
      {seatKey === null ? null : (
        <kbd aria-hidden className={styles['key']} style={besideMiddle(signs?.key)}>
          {seatKey}
        </kbd>
      )}
      {badge === null || isFacilitator ? null : (
        <SeatBadgeIcon badge={badge} style={besideMiddle(signs?.badge)} />
      )}
      {caption === '' || isFacilitator || !props.hasCaption ? null : (
        <span aria-hidden className={styles['caption']} data-badge={badge ?? undefined}>
          {captionThatFits(caption, props.captionRoom)}
        </span>
      )}
      {props.isMenuOpen ? <SeatMenu personId={personId} anchor={button} onClose={closeMenu} /> : null}
    </li>
  )
})

function besideMiddle(by: Place | undefined): CSSProperties | undefined {
  return by === undefined ? undefined : { left: `calc(50% + ${by.x}px)`, top: `calc(50% + ${by.y}px)` }
}
