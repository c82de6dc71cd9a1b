import { sessionIdSchema } from '../../../src/shared/ids.ts'
import { contract, type CallName } from '../../../src/shared/ipc/contract.ts'
import { z } from '../../../src/shared/zod.ts'
import type { Promised } from './fuzz-aftermath.ts'

const ofSession = z.object({ sessionId: sessionIdSchema })
const withPassphrase = z.object({ passphrase: z.string() })
const events = z.array(z.looseObject({ seq: z.int() }))
const note = z.object({ noteId: z.string() })

/** Keeps in mind what an answer promised. */
export function notePromises(promised: Promised, name: CallName, input: unknown, value: unknown): void {
  if (name === 'vault.create' || name === 'keys.change-passphrase') {
    const parsed = withPassphrase.safeParse(contract[name].input.parse(input))
    if (parsed.success) promised.passphrase = parsed.data.passphrase
  }
  if (name === 'retention.erase' || name === 'retention.destroy-private') promised.hasErased = true
  const session = ofSession.safeParse(input)
  if (!session.success) return
  const { sessionId } = session.data
  if (name === 'session.discard') promised.lastSeqs.delete(sessionId)
  const told = events.safeParse(value)
  const lastSeq = told.success ? told.data.at(-1)?.seq : undefined
  if (name === 'session.act' && lastSeq !== undefined) promised.lastSeqs.set(sessionId, lastSeq)
  const written = note.safeParse(value)
  if (!written.success) return
  const kept =
    name === 'session.record-note'
      ? promised.recordNotes
      : name === 'session.keep-private-note'
        ? promised.privateNotes
        : null
  kept?.set(sessionId, (kept.get(sessionId) ?? new Set()).add(written.data.noteId))
}
