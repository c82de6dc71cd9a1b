import { askedGapMs } from '../../shared/session/apply-gap.ts'
import { mannerNames } from './moment-words.ts'
import { share, type ScoreLayout } from './score-layout.ts'
import styles from './Staves.module.css'
import type { SessionView } from './session-view.ts'

interface InterruptionsProps {
  readonly view: SessionView
  readonly layout: ScoreLayout
}

/** Pauses, breaks and what the console did not see, behind the lines. Gaps too short to be asked about are nothing to look at. */
export function Interruptions({ view, layout }: InterruptionsProps) {
  return view.score.interruptions.map(({ startMs, endMs, manner }) =>
    manner === 'group' || (manner === 'unseen' && endMs - startMs < askedGapMs) ? null : (
      <i
        key={startMs}
        className={styles['interruption']}
        data-manner={manner}
        title={mannerNames[manner]}
        style={{ insetInlineStart: share(startMs, layout), inlineSize: share(endMs - startMs, layout) }}
      />
    ),
  )
}
