import type { Presence } from '../../shared/session/vocabulary.ts'
import { TalkRing } from '../live/SeatButton.tsx'
import type { Place, SeatLayout } from '../live/seat-space.ts'
import { seatLabel } from '../live/seat-words.ts'
import type { Seated } from '../live/seated.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import styles from './CircleView.module.css'

interface RestingSeatProps {
  readonly seated: Seated
  readonly place: Place
  readonly layout: SeatLayout
  readonly ring: number
  readonly presence: Presence
  readonly hasFloor: boolean
}

const presenceWords: Readonly<Record<Presence, string>> = {
  expected: 'not here yet',
  delayed: 'on the way',
  present: 'here',
  out: 'out',
  left: 'left',
  excused: 'excused',
  absent: 'not here',
  substituted: 'seen alone',
}

/** A seat to look at: what it shows on Live, and nothing to press. */
export function RestingSeat({ seated, place, layout, ring, presence, hasFloor }: RestingSeatProps) {
  const { isFacilitator, name, initials } = seated
  const { facilitatorSize, diameter } = layout
  const size = isFacilitator ? facilitatorSize : { width: diameter, height: diameter }
  const label = isFacilitator
    ? { text: name.split(' ')[0] ?? name, size: 'large' }
    : seatLabel(name, initials, diameter)
  const isAway = presence !== 'present'
  return (
    <li
      className={styles['seat']}
      style={{ left: place.x, top: place.y, width: size.width, height: size.height }}
      data-kind={isFacilitator ? 'facilitator' : 'member'}
      data-away={isAway || undefined}
      data-floor={hasFloor || undefined}
      title={name}
    >
      {isFacilitator || isAway ? null : (
        <span className={styles['ring']} data-floor={hasFloor || undefined}>
          <TalkRing share={ring} isDotted={false} />
        </span>
      )}
      <bdi aria-hidden className={styles['name']} data-size={label.size}>
        {label.text}
      </bdi>
      {isAway && layout.hasCaptions && !isFacilitator ? (
        <span aria-hidden className={styles['caption']}>
          {presenceWords[presence]}
        </span>
      ) : null}
      <VisuallyHidden>
        {name}, {hasFloor ? 'has the floor' : presenceWords[presence]}
      </VisuallyHidden>
    </li>
  )
}
