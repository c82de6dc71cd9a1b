import { numberGiven } from '../../shared/measures/check-in.ts'
import type { MeasureId } from '../../shared/ids.ts'
import type { ScoreMoment } from '../../shared/session/score-moment.ts'
import type { ScoreLayout } from './score-layout.ts'
import styles from './ScorePlot.module.css'
import type { SessionView } from './session-view.ts'

interface NameColumnProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
  readonly moment: ScoreMoment
  readonly measureId: MeasureId | null
}

/** Names before the lines, with the number that each gave at the start; at the end of the lines the one of the end. */
export function NameColumn({ view, layout, moment, measureId }: NameColumnProps) {
  const { pitch } = layout
  const speaking = new Set(moment.speakers.map(({ personId }) => personId))
  const { checkIns } = view.state
  return view.members.map(({ person: { personId }, seated }, index) => {
    const place = { insetBlockStart: index * pitch, blockSize: pitch }
    const number = (at: 'start' | 'end') =>
      measureId === null ? undefined : numberGiven(checkIns, personId, measureId, at)
    return (
      <div key={personId} className={styles['row']} style={place} data-small={pitch < 22 || undefined}>
        <bdi className={styles['name']} data-speaks={speaking.has(personId) || undefined} title={seated.name}>
          {seated.name}
        </bdi>
        {measureId === null ? null : <span className={styles['start']}>{number('start') ?? ''}</span>}
        {measureId === null ? null : <span className={styles['end']}>{number('end') ?? ''}</span>}
      </div>
    )
  })
}
