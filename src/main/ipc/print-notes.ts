/* oxlint-disable no-await-in-loop -- there is one printer */
import type { SessionId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { exportFailureCodeSchema, type ExportedFile } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Pushes } from '../../shared/ipc/pushes.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import { draftNote, type Draft } from './draft-document.ts'
import { printBytes, type PrintedFile, type Printer, type Printing } from './print-draft.ts'

interface Sources {
  readonly core: Pick<CoreClient, 'run'>
  readonly printer: Printer
  readonly tellProgress: (progress: Pushes['export.progress']) => void
  readonly signal: AbortSignal
}

type NoteBatch = OutputOf<'export.notes'>
type SetNote = () => Promise<Result<Draft, Failure>>

/**
 * Prints the signed notes of a session for the members' own charts, a file each. Files that were made before a failure
 * stay, and are told.
 */
export async function printNotes(
  sources: Sources,
  sessionId: SessionId,
  printing: Printing,
): Promise<Result<NoteBatch, Failure>> {
  const { core, tellProgress } = sources
  const people = await core.run('export.note-people', { sessionId })
  if (!people.ok) return people
  const total = people.value.length
  const files: ExportedFile[] = []
  tellProgress({ done: 0, total })
  const notes = people.value.map((personId): SetNote => {
    return () => draftNote(core, { sessionId, personId, consent: { kind: 'chart' } })
  })
  const failure = await printAll(sources, notes, printing, async (printed) => {
    const file = await core.run('export.write', printed)
    if (!file.ok) return file.error
    files.push(file.value)
    tellProgress({ done: files.length, total })
    return null
  })
  if (failure === null) return succeed({ files, total, wasCancelled: files.length < total, failure })
  const { data: code } = exportFailureCodeSchema.safeParse(failure.code)
  return code === undefined
    ? { ok: false, error: failure }
    : succeed({ files, total, wasCancelled: false, failure: code })
}

/**
 * While a note is printed, the core reads the next one and writes the one before, so the printer waits for nobody. A
 * cancel waits for the file that is being written, and drops the note that is being printed.
 */
async function printAll(
  { printer, signal }: Pick<Sources, 'printer' | 'signal'>,
  notes: readonly SetNote[],
  printing: Printing,
  write: (printed: PrintedFile) => Promise<Failure | null>,
): Promise<Failure | null> {
  let next = begin(notes[0])
  let writing: Promise<Failure | null> = Promise.resolve(null)
  for (let index = 0; next !== null && !signal.aborted; index += 1) {
    const draft = await next
    next = begin(notes[index + 1])
    const printed = draft.ok ? await printBytes(printer, draft.value, printing) : draft
    const failure = await writing
    if (failure !== null || signal.aborted) return failure
    if (!printed.ok) return printed.error
    writing = write(printed.value)
  }
  return writing
}

function begin(set: SetNote | undefined): ReturnType<SetNote> | null {
  const draft = set?.() ?? null
  // It may throw before anybody waits for it.
  draft?.catch(() => undefined)
  return draft
}
