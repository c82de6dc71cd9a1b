import { useMemo, useState } from 'react'
import type { MeasureId } from '../../shared/ids.ts'
import { momentAt, type ScoreMoment } from '../../shared/session/score-moment.ts'
import { usePapersKey } from '../papers/use-papers-key.ts'
import { useRole } from '../reviewer/role.tsx'
import { CircleView } from './CircleView.tsx'
import { Legend } from './Legend.tsx'
import { MomentStrip } from './MomentStrip.tsx'
import { RecordNotes } from './RecordNotes.tsx'
import { ScorePlot } from './ScorePlot.tsx'
import { ScoreTables } from './ScoreTables.tsx'
import { SessionHead, type Shown } from './SessionHead.tsx'
import styles from './SessionPage.module.css'
import { SessionPapers, type OpenPapers } from './SessionPapers.tsx'
import { SessionSide } from './SessionSide.tsx'
import type { SessionView } from './session-view.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useScrub, type Scrub } from './use-scrub.ts'

/** A session that is over: its score, a moment of it in words, and what was made of it. */
export function SessionReview({ view }: { readonly view: SessionView }) {
  const [shown, setShown] = useState<Shown>('score')
  const [papers, setPapers] = useState<OpenPapers | null>(null)
  const scrub = useScrub(view.score)
  const moment = useMemo(() => momentAt(view.score, scrub.ms), [view.score, scrub.ms])
  const isPlot = shown === 'score' || shown === 'circle'
  // A reviewer reads: what leaves the vault is its author's to give.
  const isAuthor = useRole() === 'author'
  const openSummary = () => setPapers(isAuthor ? 'group-summary' : null)
  usePapersKey(openSummary)
  usePageKeys({
    onExport: openSummary,
    onMove: (key) => isPlot && scrub.byKey(key),
  })
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <SessionHead view={view} shown={shown} onShow={setShown} />
        <ShownPart
          view={view}
          moment={moment}
          scrub={scrub}
          shown={shown}
          onMoment={(ms) => {
            scrub.to(ms)
            setShown('score')
          }}
        />
        {isPlot ? (
          <div className={styles['foot']}>
            <MomentStrip view={view} moment={moment} />
            <Legend view={view} isCircle={shown === 'circle'} />
          </div>
        ) : null}
      </div>
      <SessionSide view={view} onPapers={isAuthor ? setPapers : null} />
      {papers === null ? null : <SessionPapers view={view} first={papers} onClose={() => setPapers(null)} />}
    </div>
  )
}

interface ShownPartProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
  readonly scrub: Scrub
  readonly shown: Shown
  readonly onMoment: (ms: number) => void
}

function ShownPart({ view, moment, scrub, shown, onMoment }: ShownPartProps) {
  const [measureId, setMeasureId] = useState<MeasureId | null>(view.measures[0]?.id ?? null)
  switch (shown) {
    case 'score':
      return (
        <ScorePlot view={view} moment={moment} scrub={scrub} measureId={measureId} onMeasure={setMeasureId} />
      )
    case 'circle':
      return <CircleView view={view} moment={moment} scrub={scrub} />
    case 'notes':
      return <RecordNotes view={view} onMoment={onMoment} />
    case 'table':
      return <ScoreTables view={view} />
  }
}
