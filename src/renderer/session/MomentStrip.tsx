import { Flag } from 'lucide-react'
import type { ScoreMoment } from '../../shared/session/score-moment.ts'
import { wallTime } from '../live/time-words.ts'
import { floorTitle, floorWords, inWords, markGroups, phaseName } from './moment-words.ts'
import styles from './MomentStrip.module.css'
import type { SessionView } from './session-view.ts'

interface MomentStripProps {
  readonly view: SessionView
  readonly moment: ScoreMoment
}

/** The moment in words. The slider says them too, so that nothing is heard twice. */
export function MomentStrip({ view, moment }: MomentStripProps) {
  const floor = floorWords(view, moment)
  return (
    <div aria-hidden className={styles['strip']}>
      <div>
        <p className={styles['what']}>
          <bdi>{phaseName(view, moment)}</bdi>
        </p>
        <p className={styles['clock']}>
          {wallTime(moment.wallMs, view.zone)} <span className={styles['in']}>{inWords(view, moment)}</span>
        </p>
      </div>
      <div>
        <p className={styles['what']}>{floorTitle(moment, floor)}</p>
        <p className={styles['words']}>
          {floor.names.map((name, index) => (
            <span key={name}>
              {index > 0 ? ', ' : null}
              <bdi className={styles['who']}>{name}</bdi>
            </span>
          ))}
          <span className={styles['soft']}>
            {floor.names.length > 0 ? ' ' : null}
            {floor.words}
          </span>
        </p>
      </div>
      <Marks view={view} moment={moment} />
      <NoteBefore view={view} moment={moment} />
    </div>
  )
}

function Marks({ view, moment }: MomentStripProps) {
  const isFromPaper = view.state.enteredLateAtMs !== null
  const groups = isFromPaper ? [] : markGroups(view, moment.marks)
  return (
    <div>
      <p className={styles['what']}>Marks</p>
      <p className={styles['words']}>
        {groups.length === 0 ? (
          <span className={styles['soft']}>
            {isFromPaper ? 'Ticked on paper, without a time' : 'None near it'}
          </span>
        ) : null}
        {groups.map(({ name, marks, hasRisk }, index) => (
          <span key={name}>
            {index > 0 ? '; ' : null}
            {hasRisk ? <Flag size={13} strokeWidth={2.25} className={styles['risk']} /> : null}
            <bdi className={styles['who']}>{name}</bdi> <span className={styles['soft']}>{marks}</span>
          </span>
        ))}
      </p>
    </div>
  )
}

function NoteBefore({ view, moment }: MomentStripProps) {
  const note = view.notes.find(({ noteId }) => noteId === moment.note?.noteId)
  const next = view.notes.find(({ atMs }) => atMs > moment.ms)
  const time = (wallMs: number) => wallTime(wallMs, view.zone)
  if (note !== undefined) {
    return (
      <div>
        <p className={styles['what']}>Record note, {time(note.wallMs)}</p>
        <p dir="auto" className={styles['words']}>
          {note.text}
        </p>
      </div>
    )
  }
  return (
    <div>
      <p className={styles['what']}>Record note</p>
      <p className={styles['words']}>
        <span className={styles['soft']}>
          {next === undefined
            ? view.notes.length === 0
              ? 'None in this session'
              : 'None until then'
            : `None yet; the first at ${time(next.wallMs)}`}
        </span>
      </p>
    </div>
  )
}
