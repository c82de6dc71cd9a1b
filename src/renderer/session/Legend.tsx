import { Clock, LogOut } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { isLate } from '../../shared/record/member-facts.ts'
import { nameOfMark } from '../../shared/session/mark-words.ts'
import type { Mark } from '../../shared/session/vocabulary.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './Legend.module.css'
import { Fermata, MarkGlyph } from './MarkGlyph.tsx'
import { marksInTime, type SessionView } from './session-view.ts'
import { heldSilences } from './silences.ts'

interface LegendProps {
  readonly view: SessionView
  readonly isCircle: boolean
}

/** What the signs of this score mean: those that are in it, and no others. */
export const Legend = memo(function Legend({ view, isCircle }: LegendProps) {
  return (
    <div className={styles['legend']}>
      <ul aria-label="Signs" className={styles['signs']}>
        {(isCircle ? circleSigns(view) : signsIn(view)).map(({ name, sign }) => (
          <li key={name} className={styles['sign']} data-risk={name === 'risk' || undefined}>
            {sign}
            {name}
          </li>
        ))}
      </ul>
      <p aria-hidden className={styles['keys']}>
        <Kbd keys="←" />
        <Kbd keys="→" />
        {view.score.turns.length === 0 ? 'by the minute' : 'turn by turn'}
      </p>
    </div>
  )
})

interface Sign {
  readonly name: string
  readonly sign: ReactNode
}

const markSigns: readonly Exclude<Mark, 'shared'>[] = [
  'skill',
  'asked',
  'passed',
  'moved',
  'conflict',
  'risk',
]

function icon(mark: Exclude<Mark, 'shared'>) {
  return <MarkGlyph mark={mark} size={14} />
}

function signsIn(view: SessionView): Sign[] {
  const { score, members } = view
  const marks = new Set(members.flatMap((line) => marksInTime(view, line).map(({ mark }) => mark)))
  const slurred = new Set(score.slurs.map(({ mark }) => mark))
  const hasLooseFeedback = members.some((line) =>
    marksInTime(view, line).some(({ mark, seq }) => mark === 'feedback' && !slurred.has(seq)),
  )
  const signs: readonly (Sign | false)[] = [
    score.turns.length > 0 && { name: 'has the floor', sign: <i className={styles['floor']} /> },
    members.some(({ heard }) => heard.length > 0) && {
      name: 'heard in five minutes',
      sign: <i className={styles['heard']} />,
    },
    marks.has('shared') && { name: 'shared', sign: <i className={styles['dot']} /> },
    score.slurs.length > 0 && { name: 'feedback to', sign: <Slur /> },
    hasLooseFeedback && { name: 'feedback', sign: icon('feedback') },
    ...markSigns.map(
      (mark) =>
        (marks.has(mark) || (mark === 'passed' && marks.has('quiet'))) && {
          name: mark === 'passed' ? 'listening' : nameOfMark(mark).toLowerCase(),
          sign: icon(mark),
        },
    ),
    heldSilences(score).length > 0 && { name: 'silence', sign: <Fermata /> },
    members.some(({ person }) => {
      const arrived = person.changes.find(({ presence }) => presence === 'present')
      return arrived !== undefined && isLate(arrived)
    }) && { name: 'late', sign: <Clock aria-hidden size={14} strokeWidth={2} /> },
    members.some(({ out, person }) => out.length > 0 || person.presence === 'left') && {
      name: 'out',
      sign: <LogOut aria-hidden size={14} strokeWidth={2} />,
    },
    score.interruptions.some(({ manner }) => manner !== 'unseen') && {
      name: 'break',
      sign: <i className={styles['break']} />,
    },
    score.interruptions.some(({ manner }) => manner === 'unseen') && {
      name: 'not seen',
      sign: <i className={styles['unseen']} />,
    },
  ]
  return signs.filter((sign) => sign !== false)
}

function circleSigns({ score }: SessionView): Sign[] {
  const signs: readonly (Sign | false)[] = [
    { name: 'has the floor', sign: <i className={styles['seat']} /> },
    { name: 'talk until then', sign: <i className={styles['ring']} /> },
    score.turns.length > 0 && { name: 'spoke after', sign: <i className={styles['arc']} /> },
    { name: 'not in the room', sign: <i className={styles['away']} /> },
  ]
  return signs.filter((sign) => sign !== false)
}

function Slur() {
  return (
    <svg aria-hidden width="16" height="8" viewBox="0 0 16 8" className={styles['slur']}>
      <path d="M1 7C4 1 12 1 15 7" />
    </svg>
  )
}
