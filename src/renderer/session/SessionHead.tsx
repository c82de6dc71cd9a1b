import { ArrowLeft, ArrowRight } from 'lucide-react'
import { counted } from '../../shared/count.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { Neighbour } from '../../shared/ipc/session-page-calls.ts'
import { hoursAndMinutes } from '../../shared/record/document-times.ts'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { pastDay } from '../app/time-words.ts'
import { wallTime, wallTimeRange } from '../live/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './SessionPage.module.css'
import type { SessionView } from './session-view.ts'

export type Shown = 'score' | 'circle' | 'notes' | 'table'

interface SessionHeadProps {
  readonly view: SessionView
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

const ways = [
  { id: 'score', name: 'Score' },
  { id: 'circle', name: 'Circle' },
  { id: 'notes', name: 'Notes' },
  { id: 'table', name: 'As a table' },
] as const

/** What the session was, the ways to look at it, and the sessions beside it. */
export function SessionHead({ view, shown, onShow }: SessionHeadProps) {
  const { state, groupName, zone, score } = view
  const { startedAtMs, endedAtMs, topic, number, enteredLateAtMs } = state
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        <h1 className={styles['title']}>
          <bdi>{topic === '' ? groupName : topic}</bdi>
        </h1>
        <p className={styles['facts']}>
          <span>
            <bdi>{groupName}</bdi>, session {number}
          </span>
          {startedAtMs === null || endedAtMs === null ? null : (
            <span>
              {pastDay(startedAtMs, zone, view.opened.now.wallMs)}, {timesWords(startedAtMs, endedAtMs, zone)}
            </span>
          )}
          <span>{hoursAndMinutes(score.lengthMs)}</span>
          <span>{counted(view.members.length, 'member')}</span>
          {enteredLateAtMs === null ? null : <span>entered from paper</span>}
        </p>
      </div>
      <div className={styles['ways']}>
        <Neighbours view={view} />
        <Segments label="Show" options={ways} selected={shown} onSelect={onShow} />
      </div>
    </header>
  )
}

/** Over midnight a range would name both days in full. */
function timesWords(fromMs: number, toMs: number, zone: string): string {
  return isoDay(fromMs, zone) === isoDay(toMs, zone)
    ? wallTimeRange(fromMs, toMs, zone)
    : `${wallTime(fromMs, zone)} – ${wallTime(toMs, zone)}`
}

function Neighbours({ view: { sessionId } }: { readonly view: SessionView }) {
  const beside = useRead('session-page.beside', { sessionId })
  if (beside.status !== 'ready') return <span className={styles['neighbours']} />
  return (
    <nav aria-label="Sessions of this group" className={styles['neighbours']}>
      <NeighbourButton neighbour={beside.value.previous} way="previous" />
      <NeighbourButton neighbour={beside.value.next} way="next" />
    </nav>
  )
}

interface NeighbourButtonProps {
  readonly neighbour: Neighbour | null
  readonly way: 'previous' | 'next'
}

function NeighbourButton({ neighbour, way }: NeighbourButtonProps) {
  const { go } = usePlace()
  if (neighbour === null) return null
  const { sessionId, number } = neighbour
  return (
    <Button
      look="plain"
      size="small"
      className={styles['neighbour'] ?? ''}
      onPress={() => go({ name: 'session', sessionId })}
    >
      {way === 'previous' ? <ArrowLeft aria-hidden size={15} strokeWidth={1.75} /> : null}
      Session {number}
      {way === 'next' ? <ArrowRight aria-hidden size={15} strokeWidth={1.75} /> : null}
    </Button>
  )
}
