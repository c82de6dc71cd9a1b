import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRecordNotes } from '../../src/main/core/notes/note-repository.ts'
import { readPrivateNotes } from '../../src/main/core/private/private-note-repository.ts'
import { listLoggedSessions, readSession } from '../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../src/main/core/session/verify.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { noteTextSchema } from '../../src/shared/ipc/session-calls.ts'
import { sessionEventSchema } from '../../src/shared/session/events.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import { z } from '../../src/shared/zod.ts'
import { definitely, passphrase, valueOf } from '../core/support/world.ts'

const lineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('events'), what: z.array(sessionEventSchema) }),
  z.strictObject({ kind: z.enum(['record-note', 'private-note']), what: noteTextSchema }),
])
type Line = z.infer<typeof lineSchema>

let folder: string
const acknowledged: Line[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets a console run until it has acknowledged so much, then kills it without a warning. */
async function runAndKill(lineCount: number): Promise<void> {
  const script = join(import.meta.dirname, 'busy-session.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(lineSchema.parse(JSON.parse(line)))
    seen += 1
    // What it acknowledges between here and its death still arrives, and counts.
    if (seen === lineCount) child.kill('SIGKILL')
  }
  const [code, signal] = await exited
  expect([code, signal]).toEqual([null, 'SIGKILL'])
}

it.each([1, 40, 41, 90])(
  'nothing acknowledged is lost when the console is killed after %i answers',
  async (count) => {
    await runAndKill(count)
    const vault = valueOf(
      await unlockVault(join(folder, 'vault'), { kind: 'passphrase', secret: passphrase }),
    )
    try {
      expect(verifyAll(vault.record).map(({ firstBreak }) => firstBreak)).toEqual([null])
      const sessionId = definitely(listLoggedSessions(vault.record)[0])
      const events = readSession(vault.record, sessionId)
      const bySeq = new Map(events.map((event) => [event.seq, event]))
      const recordNotes = new Map(
        readRecordNotes(vault.record, sessionId).map((note) => [note.noteId, note.text]),
      )
      const privateNotes = new Map(
        readPrivateNotes(vault.private, sessionId).map((note) => [note.noteId, note.text]),
      )
      for (const line of acknowledged) {
        if (line.kind === 'events') for (const event of line.what) expect(bySeq.get(event.seq)).toEqual(event)
        else
          expect((line.kind === 'record-note' ? recordNotes : privateNotes).get(line.what.noteId)).toBe(
            line.what.text,
          )
      }
      expect(foldAll(events).stage).toBe('running')
    } finally {
      vault.close()
    }
  },
)
