import { useId, useMemo } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { findArcs, type Arc } from '../../shared/session/arcs.ts'
import type { Turn } from '../../shared/session/state.ts'
import { counted } from '../../shared/count.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { drawArc, weightOf, type ArcSeat } from './arc-shape.ts'
import { middleOf, slotsOf, type Field, type Sitter } from './arrange-seats.ts'
import styles from './Circle.module.css'
import { useLive } from './live-context.ts'
import type { Box, SeatLayout } from './seat-space.ts'
import { nameIn, type Seated } from './seated.ts'
import type { SeatMoves } from './use-seat-moves.ts'

interface ArcsProps {
  readonly turns: readonly Turn[]
  readonly seated: readonly Seated[]
  readonly field: Field
  readonly layout: SeatLayout
  readonly sitters: readonly Sitter[]
  readonly moving: SeatMoves['moving']
}

/** The arcs of the session as it stands. */
export function CircleArcs(props: Omit<ArcsProps, 'turns' | 'seated'>) {
  const { state, seated } = useLive()
  return <Arcs {...props} turns={state.turns} seated={seated} />
}

/** Who spoke after whom: a dotted arc from seat to seat, with a point where it arrives. They fade behind the clock. */
export function Arcs({ turns, seated, field, layout, sitters, moving }: ArcsProps) {
  const mask = useId()
  const arcs = useMemo(() => findArcs(turns), [turns])
  const seats = useMemo(() => arcSeats(sitters, layout, moving), [sitters, layout, moving])
  const middle = useMemo(() => middleOf(field, layout), [field, layout])
  return (
    <>
      <svg aria-hidden className={styles['arcs']} width={field.width} height={field.height}>
        <BehindTheClock id={mask} field={field} middle={middle} />
        <g mask={`url(#${mask})`}>
          {arcs.map(({ fromId, toId, count }) => {
            const [from, to] = [seats.get(fromId), seats.get(toId)]
            if (from === undefined || to === undefined) return null
            const arc = drawArc(from, to, layout.centre)
            const { width, opacity } = weightOf(count)
            return (
              // Each with its own, and not as a group: a crowd has hundreds, and a group is drawn apart before it fades.
              <g key={`${fromId} ${toId}`} strokeOpacity={opacity} fillOpacity={opacity}>
                <path d={arc.path} className={styles['arc']} strokeWidth={width} />
                <circle cx={arc.end.x} cy={arc.end.y} r="2.75" className={styles['arcEnd']} />
              </g>
            )
          })}
        </g>
      </svg>
      <ArcsInWords arcs={arcs} seated={seated} />
    </>
  )
}

function arcSeats(
  sitters: readonly Sitter[],
  layout: SeatLayout,
  moving: SeatMoves['moving'],
): Map<PersonId, ArcSeat> {
  const { diameter, facilitatorSize } = layout
  const slots = slotsOf(sitters, layout)
  return new Map(
    sitters.flatMap(({ personId, isFacilitator }) => {
      const slot = slots.get(personId)
      if (slot === undefined) return []
      const by = moving?.personId === personId ? moving.by : { x: 0, y: 0 }
      const size = isFacilitator ? facilitatorSize : { width: diameter, height: diameter }
      const seat: ArcSeat = {
        place: { x: slot.x + by.x, y: slot.y + by.y },
        half: { x: size.width / 2, y: size.height / 2 },
        isRound: !isFacilitator,
      }
      return [[personId, seat] as const]
    }),
  )
}

interface BehindTheClockProps {
  readonly id: string
  readonly field: Field
  readonly middle: Box
}

const softPx = 12

/** Leaves out what is behind the clock, with a soft edge. */
function BehindTheClock({ id, field: { width, height }, middle }: BehindTheClockProps) {
  const { left, right, top, bottom } = middle
  return (
    <defs>
      <filter id={`${id}-soft`} x="-30%" y="-30%" width="160%" height="160%">
        <feGaussianBlur stdDeviation="14" />
      </filter>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <rect width={width} height={height} fill="white" />
        <rect
          x={left - softPx}
          y={top - softPx}
          width={right - left + 2 * softPx}
          height={bottom - top + 2 * softPx}
          rx="60"
          fill="black"
          filter={`url(#${id}-soft)`}
        />
      </mask>
    </defs>
  )
}

interface ArcsInWordsProps {
  readonly arcs: readonly Arc[]
  readonly seated: readonly Seated[]
}

/** The same for those who hear it, the most frequent first. */
function ArcsInWords({ arcs, seated }: ArcsInWordsProps) {
  return (
    <VisuallyHidden>
      {arcs.length === 0 ? (
        <p>Nobody has spoken after somebody else yet.</p>
      ) : (
        <ul aria-label="Who spoke after whom">
          {arcs.map(({ fromId, toId, count }) => (
            <li key={`${fromId} ${toId}`}>
              {`${nameIn(seated, toId)} after ${nameIn(seated, fromId)}, ${counted(count, 'time')}`}
            </li>
          ))}
        </ul>
      )}
    </VisuallyHidden>
  )
}
