import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ipcFuzzCampaign } from './campaigns/ipc-fuzz.ts'

// What the fuzzing of the door would say of a console in which a call that only reads changes what was signed.

/** What the signed notes of a session are asked for with, when somebody looks at them. */
const reading = /^SELECT note_id AS noteId, person_id AS personId, body AS text FROM signed_note/
// Always called with its own `this`.
// oxlint-disable-next-line typescript/unbound-method
const { prepare } = Database.prototype

let changed = 0
beforeEach(() => {
  changed = 0
  Database.prototype.prepare = function misread(this: Database.Database, ...args: never[]) {
    // In the vault that is called at random, not in the one that all are copied from.
    if (this.name.includes('vault 0') && reading.test(String(args[0]))) changed += changeNotes(this)
    return Reflect.apply(prepare, this, args)
  } as typeof prepare
})
afterEach(() => {
  Database.prototype.prepare = prepare
})

/** Puts a blank behind every signed note, past what the file itself refuses, and leaves no other trace. */
function changeNotes(database: Database.Database): number {
  const guard = `SELECT sql FROM sqlite_schema WHERE name = 'signed_note_is_not_changed'`
  const trigger = String(database.prepare(guard).pluck().get())
  database.exec('DROP TRIGGER signed_note_is_not_changed')
  const { changes } = database.prepare(`UPDATE signed_note SET body = body || ' '`).run()
  database.exec(trigger)
  return changes
}

it('the fuzzing of the door finds a signed note that a read has changed', { timeout: 300_000 }, async () => {
  const found: string[] = []
  await ipcFuzzCampaign.run({
    runs: 1,
    seed: 1,
    onFinding: (finding, words) => found.push(`${finding}: ${words.replace(/^.*?\), call \d+: /, '')}`),
    onRun: () => undefined,
  })
  expect(changed).toBeGreaterThan(0)
  // At once, with the name of the call; and afterwards, by each of two that compare.
  expect(found).toEqual(
    expect.arrayContaining([
      'corrupted: note.list: something signed or logged was changed',
      'corrupted: what was signed or logged has changed',
      expect.stringMatching(/^corrupted: note-altered at event \d+ of a session$/),
    ]),
  )
})
