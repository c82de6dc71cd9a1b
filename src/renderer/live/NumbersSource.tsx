import { memo } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger } from 'react-aria-components'
import { isLeading, type Observation } from '../../shared/session/vocabulary.ts'
import { Popover } from '../ui/Popover.tsx'
import { Segments } from '../ui/Segments.tsx'
import { useAdvanced, useLive } from './live-context.ts'
import { sourceLines, sourceWords } from './numbers-source-words.ts'
import styles from './NumbersSource.module.css'
import { otherObservation } from './room-keys.ts'
import { aboutMinutes } from './time-words.ts'

/** Says where the numbers come from. Opened, it lets one choose, and tells how the time was shared, on demand alone. */
export function NumbersSource() {
  const { state: latest } = useLive()
  const state = useAdvanced(10_000, sourceWords)
  if (latest.stage === 'ended' || latest.stage === 'prepared') return null
  return <Source words={sourceWords(state)} lines={sourceLines(state).join('\n')} />
}

interface SourceProps {
  readonly words: string
  readonly lines: string
}

const Source = memo(function Source({ words, lines }: SourceProps) {
  return (
    <DialogTrigger>
      <AriaButton className={styles['source'] ?? ''} aria-label={`Numbers ${words}`}>
        {lines.split('\n').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </AriaButton>
      <Popover placement="top end">
        <Dialog aria-label="Where the numbers come from" className={styles['dialog'] ?? ''}>
          <Choice />
          <TimeShared />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
})

const sources: readonly { readonly id: Observation; readonly name: string }[] = [
  { id: 'floor', name: 'Taps' },
  { id: 'sampling', name: 'Five-minute samples' },
]

function Choice() {
  const { state, act } = useLive()
  return (
    <div className={styles['choice']}>
      <p className={styles['title']}>Numbers from</p>
      <Segments
        label="Numbers from"
        options={sources}
        selected={state.observation}
        onSelect={(id) => act((latest) => (latest.observation === id ? null : otherObservation(latest)))}
      />
      <p className={styles['hint']}>
        {state.observation === 'floor'
          ? 'Every turn is tapped.'
          : 'Every five minutes the bar asks who was heard. A round is still passed on with R.'}
      </p>
    </div>
  )
}

function TimeShared() {
  const { time, people, elapsedMs } = useAdvanced(10_000)
  const seenMs = elapsedMs - time.breakMs - time.unobservedMs
  const leadMs = people.filter(({ role }) => isLeading(role)).reduce((total, { talkMs }) => total + talkMs, 0)
  if (seenMs === 0) return <p className={styles['hint']}>No time was seen by taps.</p>
  return (
    <dl className={styles['times']}>
      <Time name="Facilitators" words={`${aboutMinutes(leadMs)} of ${aboutMinutes(seenMs)}`} />
      <Time name="Silence" words={aboutMinutes(time.silenceMs)} />
      <Time name="Several at once" words={aboutMinutes(time.severalMs)} />
      {time.unobservedMs === 0 ? null : <Time name="Not seen" words={aboutMinutes(time.unobservedMs)} />}
    </dl>
  )
}

function Time({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div className={styles['time']}>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}
