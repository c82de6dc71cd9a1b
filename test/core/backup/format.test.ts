import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { passphrase, recoveryCode, startSession } from '../support/world.ts'
import { readBackup, type Way } from '../vault/read-by-document.ts'
import { readCommitted, readLog } from '../vault/said-log.ts'
import { backUp, openBackupWorld } from './backup-world.ts'

const byPassphrase: Way = { kind: 'passphrase', secret: passphrase }
const ways: readonly Way[] = [byPassphrase, { kind: 'recovery', secret: recoveryCode }]

it('a backup is read and proved whole from docs/vault-format.md alone', async () => {
  const world = await openBackupWorld()
  const { sessionId } = await startSession(world)
  await world.get('session.record-note', { sessionId, text: 'For the record.' })
  const folder = await backUp(world)

  // From what is typed to every event of a session, by code that shares nothing with what wrote them.
  for (const way of ways) {
    const { label, record } = readBackup(folder, way)
    const { memberCount, sessionCount, signedNoteCount } = label.facts
    const count = (table: string) => record.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']
    expect([count('member'), count('session'), count('signed_note')]).toEqual([
      memberCount,
      sessionCount,
      signedNoteCount,
    ])
    expect(record.prepare('PRAGMA user_version').get()).toEqual({ user_version: label.schema })
    const events = readLog(record, sessionId)
    expect(events.map(({ type }) => type)).toContain('session.started')
    expect(readCommitted(record, events).get('note.recorded')).toEqual(['For the record.'])
    record.close()
  }

  // And not where a byte of it is another, or one more.
  for (const name of ['backup.json', 'vault.json', 'record.db']) {
    const path = join(folder, name)
    const bytes = readFileSync(path)
    appendFileSync(path, '\n')
    expect(() => readBackup(folder, byPassphrase), name).toThrow()
    const changed = Buffer.from(bytes)
    changed.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9)
    writeFileSync(path, changed)
    expect(() => readBackup(folder, byPassphrase), name).toThrow()
    writeFileSync(path, bytes)
  }
})
