import { memo, useMemo, useRef } from 'react'
import { presenceAt, type ScoreMoment } from '../../shared/session/score-moment.ts'
import type { SeatPlace } from '../../shared/roster/circle-order.ts'
import { useRead } from '../app/api.ts'
import { arrangeSeats, slotsOf, type Field, type Sitter } from '../live/arrange-seats.ts'
import { Arcs } from '../live/CircleArcs.tsx'
import type { SeatLayout } from '../live/seat-space.ts'
import { talkRing } from '../live/talk-ring.ts'
import { wallTime } from '../live/time-words.ts'
import { useSize } from '../live/use-size.ts'
import { talkAt } from './circle-moment.ts'
import styles from './CircleView.module.css'
import { layOutScore } from './score-layout.ts'
import { inWords, phaseName } from './moment-words.ts'
import { PhaseBands } from './PhaseBands.tsx'
import { RestingSeat } from './RestingSeat.tsx'
import type { SessionView } from './session-view.ts'
import { TimeAxis } from './TimeAxis.tsx'
import { TimeSlider } from './TimeSlider.tsx'
import { useRested } from './use-rested.ts'
import type { Scrub } from './use-scrub.ts'

interface CircleViewProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
  readonly scrub: Scrub
}

/** From here on there are hundreds of arcs: seats and line follow at once, and they once the moment rests. */
const manyTurns = 300
const restMs = 120

/** Drawn when another turn has begun, and not because the moment has moved. */
const CalmArcs = memo(Arcs)

const noPlaces: readonly SeatPlace[] = []

/** The circle as it had come to be at a moment: who had talked how much, who spoke after whom, who has the floor. */
export function CircleView({ view, moment, scrub }: CircleViewProps) {
  const room = useRef<HTMLDivElement>(null)
  const field = useSize(room)
  const seats = useRead('seats.read', { sessionId: view.sessionId })
  const places = seats.status === 'ready' ? seats.value : noPlaces
  const sitters = useMemo(
    () =>
      [...view.members, ...view.facilitators].map(({ seated: { personId, isFacilitator } }) => ({
        personId,
        isFacilitator,
      })),
    [view],
  )
  const layout = useMemo(
    () => (field === null || sitters.length === 0 ? null : arrangeSeats(field, sitters, places)),
    [field, sitters, places],
  )
  return (
    <div className={styles['circleView']}>
      <div ref={room} className={styles['circle']}>
        {field === null || layout === null ? null : (
          <Sitting view={view} moment={moment} field={field} layout={layout} sitters={sitters} />
        )}
      </div>
      <Line view={view} moment={moment} scrub={scrub} width={field?.width ?? null} />
    </div>
  )
}

interface SittingProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
  readonly field: Field
  readonly layout: SeatLayout
  readonly sitters: readonly Sitter[]
}

function Sitting({ view, moment, field, layout, sitters }: SittingProps) {
  const { state } = view
  const begunNow = state.turns.filter(({ startMs }) => startMs <= moment.ms).length
  const begun = useRested(begunNow, state.turns.length > manyTurns ? restMs : 0)
  const turns = useMemo(() => state.turns.slice(0, begun), [state.turns, begun])
  const seated = useMemo(() => [...view.members, ...view.facilitators].map((line) => line.seated), [view])
  const slots = useMemo(() => slotsOf(sitters, layout), [sitters, layout])
  const talk = talkAt(view, moment.ms)
  return (
    <>
      {turns.length === 0 ? null : (
        <div className={styles['arcs']}>
          <CalmArcs
            turns={turns}
            seated={seated}
            field={field}
            layout={layout}
            sitters={sitters}
            moving={null}
          />
        </div>
      )}
      <ul aria-label="Seats">
        {[...view.members, ...view.facilitators].map((line) => {
          const { personId } = line.person
          const place = slots.get(personId)
          const person = talk.people.find((one) => one.personId === personId)
          return place === undefined || person === undefined ? null : (
            <RestingSeat
              key={personId}
              seated={line.seated}
              place={place}
              layout={layout}
              ring={talkRing(talk, person)}
              presence={presenceAt(line, moment.ms)}
              hasFloor={moment.speakers.some((speaker) => speaker.personId === personId)}
            />
          )
        })}
      </ul>
      <p className={styles['middle']} style={{ left: layout.centre.x, top: layout.centre.y }}>
        <span className={styles['clock']}>{wallTime(moment.wallMs, view.zone)}</span>
        <span className={styles['phase']}>
          <bdi>{phaseName(view, moment)}</bdi>, {inWords(view, moment)}
        </span>
      </p>
    </>
  )
}

interface LineProps extends CircleViewProps {
  readonly width: number | null
}

/** The session's time below the circle, to scrub along. */
function Line({ view, moment, scrub, width }: LineProps) {
  const layout = useMemo(
    () => (width === null ? null : layOutScore(view.score, view.members, { width, height: 0 }, false)),
    [view, width],
  )
  return layout === null ? null : (
    <TimeSlider view={view} moment={moment} scrub={scrub} layout={layout}>
      <PhaseBands view={view} layout={layout} measureId={null} />
      <TimeAxis view={view} layout={layout} atMs={moment.ms} />
    </TimeSlider>
  )
}
