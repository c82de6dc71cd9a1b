import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { ScrollText } from 'lucide-react'
import type { PersonId } from '../../shared/ids.ts'
import { counted } from '../../shared/count.ts'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { shortDay } from '../app/time-words.ts'
import { fileWords } from '../papers/file-words.ts'
import { Button } from '../ui/Button.tsx'
import { calendarWords } from '../../shared/calendar-words.ts'
import { isoDay } from '../../shared/iso-day.ts'
import styles from './MemberSide.module.css'

interface FilesAndDisclosuresProps {
  readonly personId: PersonId
  /** Newest first. */
  readonly files: readonly ExportedFile[]
  readonly now: Stamp
}

const shownAtOnce = 3

/** What left the vault about this person: the papers of their chart, and what was disclosed to whom. */
export function FilesAndDisclosures({ personId, files, now }: FilesAndDisclosuresProps) {
  const { go } = usePlace()
  const disclosures = useRead('disclosures.list', { personId })
  if (disclosures.status === 'failed')
    return <FailureNotice failure={disclosures.failure} onRetry={disclosures.retry} />
  if (disclosures.status === 'reading') return null
  const entries = disclosures.value.filter(({ correctedById }) => correctedById === null)
  const today = isoDay(now.wallMs, now.zone)
  return (
    <section aria-labelledby="member-papers">
      <h2 id="member-papers" className={styles['title']}>
        Documents and disclosures
      </h2>
      {files.length === 0 && entries.length === 0 ? (
        <p className={styles['soft']}>Nothing about them has left the vault.</p>
      ) : null}
      <ul className={styles['papers']}>
        {files.slice(0, shownAtOnce).map((file) => (
          <li key={file.exportId}>
            <strong>{shortDay(file.exportedAtMs, now.zone)}</strong> {fileWords(file, () => undefined)}
            {file.deletedAtMs === null ? '' : ', deleted since'}
          </li>
        ))}
        {entries.slice(0, shownAtOnce).map(({ disclosureId, disclosedOn, recipient, what }) => (
          <li key={disclosureId}>
            <strong>{calendarWords(disclosedOn, today)}</strong> <bdi>{what}</bdi> to <bdi>{recipient}</bdi>
          </li>
        ))}
      </ul>
      {files.length > shownAtOnce || entries.length > shownAtOnce ? (
        <p className={styles['soft']}>
          {counted(files.length, 'document')} and {counted(entries.length, 'disclosure')} in all.
        </p>
      ) : null}
      <AuthorOnly>
        <Button
          look="plain"
          size="small"
          icon={ScrollText}
          className={styles['ledger'] ?? ''}
          onPress={() => go({ name: 'disclosures', personId })}
        >
          Their disclosures
        </Button>
      </AuthorOnly>
    </section>
  )
}
