import type { SessionId } from '../../shared/ids.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { useRead } from '../app/api.ts'
import { placeWords, rateWords, totalTouches, touchBars } from './touch-words.ts'
import styles from './TouchLine.module.css'

interface TouchLineProps {
  readonly sessionId: SessionId
  readonly state: SessionState
  readonly timeWords: (wallMs: number) => string
}

/** How often the facilitator touched the console: for them alone, and after the session only. */
export function TouchLine({ sessionId, state, timeWords }: TouchLineProps) {
  const read = useRead('interaction.read', { sessionId })
  if (read.status !== 'ready' || read.value.length === 0) return null
  const totals = totalTouches(read.value, state.phases)
  if (totals.all === 0) return null
  const rate = rateWords(totals.during, state.elapsedMs)
  const place = placeWords(totals)
  return (
    <section aria-labelledby="touches-title" className={styles['touches']}>
      <h2 id="touches-title" className={styles['title']}>
        You and the console
      </h2>
      <p>
        You touched it <strong>{totals.all === 1 ? 'once' : `${totals.all} times`}</strong>
        {totals.during === totals.all ? null : `, ${totals.during} of them while the session ran`}
        {rate === null ? null : `: ${rate}`}
        {place === null ? null : (
          <>
            , <bdi>{place}</bdi>
          </>
        )}
        .
      </p>
      <Bars bars={touchBars(read.value, state.elapsedMs, 48)} />
      <p aria-hidden className={styles['ends']}>
        <span>{state.startedAtMs === null ? null : timeWords(state.startedAtMs)}</span>
        <span>{state.endedAtMs === null ? null : timeWords(state.endedAtMs)}</span>
      </p>
      <ul className={styles['spoken']}>
        {totals.phases.map(({ name, count }, index) => (
          // A phase may be held twice under one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <bdi>{name}</bdi>: {count}
          </li>
        ))}
      </ul>
      <p className={styles['why']}>
        More time at a computer in the room goes with a weaker alliance. Only you see this, and no document
        has it. Words you typed are not counted.
      </p>
    </section>
  )
}

const height = 28
const pitch = 5

function Bars({ bars }: { readonly bars: readonly number[] }) {
  const most = Math.max(1, ...bars)
  return (
    <svg
      aria-hidden
      className={styles['plot']}
      viewBox={`0 0 ${bars.length * pitch} ${height}`}
      preserveAspectRatio="none"
    >
      {bars.map((count, index) => {
        const high = count === 0 ? 1 : Math.max(2, (count / most) * height)
        return (
          <rect
            // Spans of time, which never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            x={index * pitch}
            y={height - high}
            width={pitch - 1.5}
            height={high}
            data-empty={count === 0 || undefined}
          />
        )
      })}
    </svg>
  )
}
