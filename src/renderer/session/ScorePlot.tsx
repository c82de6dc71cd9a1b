import { useMemo, useRef } from 'react'
import type { ScoreMoment } from '../../shared/session/score-moment.ts'
import type { MeasureId } from '../../shared/ids.ts'
import { useSize } from '../live/use-size.ts'
import { FacilitatorLines } from './FacilitatorLines.tsx'
import { layOutScore, middleOf, share, type ScoreLayout } from './score-layout.ts'
import { NameColumn } from './NameColumn.tsx'
import { PhaseBands } from './PhaseBands.tsx'
import styles from './ScorePlot.module.css'
import type { SessionView } from './session-view.ts'
import { Staves } from './Staves.tsx'
import { MeasureChoice } from './MeasureChoice.tsx'
import { TimeAxis } from './TimeAxis.tsx'
import { TimeSlider } from './TimeSlider.tsx'
import type { Scrub } from './use-scrub.ts'

interface ScorePlotProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
  readonly scrub: Scrub
  /** Whose numbers stand before and behind the lines; null without any. */
  readonly measureId: MeasureId | null
  readonly onMeasure: (measureId: MeasureId) => void
}

/** The session as a score: a staff is a member's presence, notes are time with the floor, and the bar lines are phases. */
export function ScorePlot({ view, moment, scrub, measureId, onMeasure }: ScorePlotProps) {
  const room = useRef<HTMLDivElement>(null)
  const size = useSize(room)
  const hasNumbers = measureId !== null
  const layout = useMemo(
    () => (size === null ? null : layOutScore(view.score, view.members, roomFor(view, size), hasNumbers)),
    [view, size, hasNumbers],
  )
  return (
    <div ref={room} className={styles['room']}>
      {layout === null ? null : (
        <TimeSlider view={view} moment={moment} scrub={scrub} layout={layout}>
          <PhaseBands view={view} layout={layout} measureId={measureId} />
          <Members view={view} layout={layout} moment={moment} measureId={measureId} />
          <FacilitatorLines view={view} layout={layout} />
          <TimeAxis view={view} layout={layout} atMs={moment.ms} />
        </TimeSlider>
      )}
      {measureId === null ? null : (
        <MeasureChoice measures={view.measures} measureId={measureId} onMeasure={onMeasure} />
      )}
    </div>
  )
}

const headPx = 96
const axisPx = 34
const facilitatorPx = 26

// What the head, the facilitators and the time of day leave for the members' lines.
function roomFor(
  { facilitators }: SessionView,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const below = facilitators.length === 0 ? 0 : facilitators.length * facilitatorPx + 20
  return { width, height: height - headPx - below - axisPx }
}

interface MembersProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
  readonly moment: ScoreMoment
  readonly measureId: MeasureId | null
}

/** The members' lines; a crowd's scroll between the phases and the time of day. */
function Members({ view, layout, moment, measureId }: MembersProps) {
  const { members } = view
  const height = members.length * layout.pitch
  if (members.length === 0) return <p className={styles['nobody']}>Nobody was on the list of this session.</p>
  return (
    <div className={styles['members']}>
      <div className={styles['lines']} style={{ height }}>
        <NameColumn view={view} layout={layout} moment={moment} measureId={measureId} />
        <Staves view={view} layout={layout} />
        <div className={styles['time']}>
          {moment.speakers.map(({ personId, fromMs, toMs }) => {
            const index = members.findIndex(({ person }) => person.personId === personId)
            return index < 0 ? null : (
              <i
                key={personId}
                className={styles['now']}
                style={{
                  insetBlockStart: middleOf(index, layout.pitch),
                  insetInlineStart: share(fromMs, layout),
                  inlineSize: `calc(${share(toMs - fromMs, layout)} + 6px)`,
                }}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
