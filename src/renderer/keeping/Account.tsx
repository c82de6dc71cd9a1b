import type { RetentionReport } from '../../shared/ipc/retention-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { counted } from '../../shared/count.ts'
import { isoDay } from '../../shared/iso-day.ts'
import { useNow } from '../app/core-clock.ts'
import { dayWords } from '../roster/day-words.ts'
import { erasedParts } from './foreseen-words.ts'
import styles from './KeepingScreen.module.css'

interface AccountProps {
  readonly report: RetentionReport
  readonly roster: Roster
}

/** What was erased and destroyed, when and by whom: counts, and nothing of what it was. */
export function Account({ report, roster }: AccountProps) {
  const zone = useNow(60_000, (now) => now.zone)?.zone ?? 'UTC'
  const entries = accountOf(report, roster)
  return (
    <section aria-labelledby="erased" className={styles['part']}>
      <h2 id="erased" className={styles['sideTitle']}>
        What was erased
      </h2>
      {entries.length === 0 ? (
        <p className={styles['soft']}>Nothing yet. What is erased is counted here, and never named.</p>
      ) : (
        <ul className={styles['account']}>
          {entries.map(({ key, atMs, words, by }) => (
            <li key={key}>
              <strong>{dayWords(isoDay(atMs, zone), report.today)}</strong> {words}
              {by === '' ? null : (
                <>
                  , by <bdi>{by}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface AccountEntry {
  readonly key: string
  readonly atMs: number
  readonly words: string
  readonly by: string
}

function accountOf({ erasures, destructions }: RetentionReport, { facilitators }: Roster): AccountEntry[] {
  const nameOf = (id: string) => facilitators.find((one) => one.id === id)?.name ?? ''
  return [
    ...erasures.map((erasure, index) => ({
      key: `erased ${index}`,
      atMs: erasure.erasedAtMs,
      words: erasedParts(erasure),
      by: nameOf(erasure.erasedById),
    })),
    ...destructions.map(({ destroyedAtMs, sessionCount, noteCount }, index) => ({
      key: `destroyed ${index}`,
      atMs: destroyedAtMs,
      words: `${counted(noteCount, 'private note')} of ${counted(sessionCount, 'session')}`,
      by: '',
    })),
  ].toSorted((a, b) => b.atMs - a.atMs)
}
