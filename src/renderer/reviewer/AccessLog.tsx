import { useState } from 'react'
import type { AccessEntry } from '../../shared/ipc/access-log-calls.ts'
import { accessPageSize } from '../../shared/ipc/access-log-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './AccessLog.module.css'
import { accessWords, openerWords } from './access-words.ts'

/** A page of entries, newest first. */
export function AccessLog() {
  // Where each page that was turned to begins, the newest first.
  const [begins, setBegins] = useState<readonly (number | null)[]>([null])
  const beforeSeq = begins.at(-1) ?? null
  const page = useRead('access.list', { beforeSeq, personId: null })
  const roster = useRead('roster.read', {})
  const failed = [page, roster].find((read) => read.status === 'failed')
  if (failed?.status === 'failed') return <FailureNotice failure={failed.failure} onRetry={failed.retry} />
  if (page.status !== 'ready' || roster.status !== 'ready') return <div aria-busy />
  const oldest = page.value.at(-1)?.seq ?? 0
  return (
    <>
      <AccessTable entries={page.value} roster={roster.value} />
      <div className={styles['turn']}>
        <Button isDisabled={begins.length === 1} onPress={() => setBegins(begins.slice(0, -1))}>
          Newer
        </Button>
        <Button
          isDisabled={page.value.length < accessPageSize || oldest <= 1}
          onPress={() => setBegins([...begins, oldest])}
        >
          Older
        </Button>
      </div>
    </>
  )
}

interface AccessTableProps {
  readonly entries: readonly AccessEntry[]
  readonly roster: Roster
}

function AccessTable({ entries, roster }: AccessTableProps) {
  const zone = useNow(60_000, () => 0)?.zone ?? 'UTC'
  return (
    <table className={styles['table']} aria-label="Who looked">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td className={styles['when']}>
              {shortDay(entry.atMs, zone)} {yearOf(entry.atMs, zone)}, {timeOfDay(entry.atMs, zone)}
            </td>
            <td>
              <bdi>{openerWords(entry, roster)}</bdi>
            </td>
            <td>
              <bdi>{accessWords(entry, roster)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function yearOf(wallMs: number, zone: string): string {
  return new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: zone }).format(wallMs)
}
