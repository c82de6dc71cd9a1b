import { counted, listed } from '../../shared/count.ts'
import type { Erasure, Foreseen } from '../../shared/ipc/retention-calls.ts'

/** What goes and what stays, a sentence each; what there is none of is not said. */
export interface ForeseenWords {
  readonly goes: readonly string[]
  readonly stays: readonly string[]
}

export function foreseenWords(foreseen: Foreseen): ForeseenWords {
  const { chartCount, sessionCount, sharedSessionCount, textCount, privateNoteCount } = foreseen
  const { disclosureCount, fileCount, strayFileCount } = foreseen
  return {
    goes: [
      `${counted(chartCount, 'chart')}: name, goals, care, questionnaires`,
      ...said(textCount, `${counted(textCount, 'text')}: notes, signatures, comments`),
      ...said(sessionCount, `${counted(sessionCount, 'session')} in which nobody else on file was`),
      ...said(privateNoteCount, `${counted(privateNoteCount, 'private note')} of yours about those sessions`),
      ...said(disclosureCount, entriesWords(disclosureCount)),
      ...said(
        fileCount,
        `${counted(fileCount, 'file')} where the console wrote ${fileCount === 1 ? 'it' : 'them'}`,
      ),
    ],
    stays: [
      ...said(
        sharedSessionCount,
        `${counted(sharedSessionCount, 'session')} with others ${sharedSessionCount === 1 ? 'stays' : 'stay'}, and in the log that somebody without a name was there`,
      ),
      ...said(
        strayFileCount,
        `${counted(strayFileCount, 'file')} that somebody moved, renamed or changed: only you can delete ${strayFileCount === 1 ? 'it' : 'them'}`,
      ),
      'What was copied before: a backup, a printed page, a document that somebody else has',
    ],
  }
}

/** `3 charts, 2 sessions, 14 texts and 1 file`. */
export function erasedParts({ chartCount, sessionCount, textCount, fileCount }: Erasure): string {
  const parts = [
    counted(chartCount, 'chart'),
    ...(sessionCount === 0 ? [] : [counted(sessionCount, 'session')]),
    ...(textCount === 0 ? [] : [counted(textCount, 'text')]),
    ...(fileCount === 0 ? [] : [counted(fileCount, 'file')]),
  ]
  return listed(parts)
}

function entriesWords(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'} of the ledger of disclosures`
}

function said(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [words]
}
