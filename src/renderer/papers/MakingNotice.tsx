import type { Failure } from '../../shared/ipc/failure.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { failureWords } from '../app/failure-words.ts'
import { Notice } from '../ui/Notice.tsx'
import { countFiles } from './file-words.ts'
import type { Made } from './use-making.ts'
import styles from './Papers.module.css'

interface MakingNoticeProps {
  readonly made: Made | null
  readonly failure: Failure | null
  readonly onRetry: () => void
}

/** What came of it: how many files there are now, and what kept the others from being made. */
export function MakingNotice({ made, failure, onRetry }: MakingNoticeProps) {
  if (failure !== null) {
    // What is wrong in a field stands at the field.
    if (failure.code === 'bad-input') return null
    if (failure.code === 'disk-full')
      return <NotWritten title="The disk is full, so the file was not made" next={roomWords} />
    if (failure.code === 'not-writable')
      return (
        <NotWritten
          title="The computer did not let the console write, so the file was not made"
          next={failureWords(failure).next}
        />
      )
    return <FailureNotice failure={failure} onRetry={onRetry} />
  }
  if (made === null) return null
  const { files, total, wasCancelled } = made
  if (made.failure === null) {
    return (
      <output className={styles['soft']}>
        {total === 0
          ? 'There is nothing to make yet.'
          : wasCancelled
            ? `Stopped: ${files.length} of ${total} are made.`
            : `${countFiles(files.length)} made.`}
      </output>
    )
  }
  const { happened, next } = failureWords(made.failure)
  return (
    <Notice
      tone="amber"
      title={`${files.length} of ${total} files were made, and no more`}
      announce="assertive"
    >
      <p>
        {made.failure.code === 'disk-full' ? 'The disk is full.' : happened} Those that were made are whole
        and on the list; no half file was left. {made.failure.code === 'disk-full' ? roomWords : next}
      </p>
    </Notice>
  )
}

const roomWords = 'Free some space or choose another folder, then make them again.'

interface NotWrittenProps {
  readonly title: string
  readonly next: string
}

// The general words are about what somebody has typed; here everything is in the record.
function NotWritten({ title, next }: NotWrittenProps) {
  return (
    <Notice tone="amber" title={title} announce="assertive">
      <p>The record is as it was, and no half file was left. {next}</p>
    </Notice>
  )
}
