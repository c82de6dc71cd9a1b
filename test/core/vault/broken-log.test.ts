import fc from 'fast-check'
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAll, transact, write } from '../../../src/main/core/vault/database.ts'
import { openWithKeys, type OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { byPassphrase, copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

const frameBytes = 24 + 4_096
const count = 6
const noteSchema = z.string()

let vault: MadeVault
/** Where the log of the killed copy ended after each note. */
const ends: number[] = []
let killed: string
beforeAll(async () => {
  vault = await makeVault()
  const running = open(vault.folder)
  for (let number = 1; number <= count; number += 1) {
    // Over several pages, so that a transaction has more than one frame.
    const text = `note ${number} ${'harbour '.repeat(1_500)}`
    transact(running.private, () =>
      write(
        running.private,
        sql`INSERT INTO private_note (note_id, session_id, text) VALUES (${`n${number}`}, 's', ${text})`,
      ),
    )
    ends.push(statSync(logOf(vault.folder)).size)
  }
  killed = join(dirname(vault.folder), 'killed')
  cpSync(vault.folder, killed, { recursive: true })
  running.close()
})
afterAll(() => vault.remove())

function logOf(folder: string): string {
  return join(folder, 'private.db-wal')
}

function open(folder: string, brokenLog?: 'set-aside'): OpenVault {
  const opened = openWithKeys(folder, vault.keys, 'kept', brokenLog)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

function killedWith(harm: (log: Buffer) => Buffer): string {
  const folder = copyOf({ ...vault, folder: killed })
  writeFileSync(logOf(folder), harm(readFileSync(logOf(folder))))
  return folder
}

function flip(log: Buffer, at: number, mask: number): Buffer {
  const changed = Buffer.from(log)
  changed.writeUInt8(changed.readUInt8(at) ^ mask, at)
  return changed
}

function notesIn(opened: OpenVault): readonly string[] {
  try {
    const ids = sql`SELECT note_id FROM private_note ORDER BY note_id`
    return readAll(opened.private, ids, z.object({ note_id: noteSchema })).map((row) => row.note_id)
  } finally {
    opened.close()
  }
}

const lastBegins = () => ends[count - 2] ?? 0

it('has every note in the log, over several frames each', () => {
  expect(new Set(ends).size).toBe(count)
  expect(ends.every((end, index) => end - (ends[index - 1] ?? 32) >= 2 * frameBytes)).toBe(true)
  expect(notesIn(open(copyOf({ ...vault, folder: killed })))).toHaveLength(count)
})

it('refuses a log of which any bit before the last transaction and the head of the frame before it was flipped', () => {
  const heads = lastBegins() - frameBytes
  fc.assert(
    fc.property(fc.nat(lastBegins() - 1 - 24), fc.nat(7), (offset, bit) => {
      const at = offset < heads ? offset : offset + 24
      const folder = killedWith((log) => flip(log, at, 1 << bit))
      const before = readFileSync(logOf(folder))
      expect(openWithKeys(folder, vault.keys, 'kept')).toMatchObject({
        ok: false,
        error: {
          code: 'damaged-private-log',
          lostChanges: expect.toSatisfy((lost) => lost >= 1 && lost <= count),
        },
      })
      expect(readFileSync(logOf(folder))).toEqual(before)
    }),
    {
      numRuns: 60,
      examples: [
        // The bit that tells in which order the bytes of a word are.
        [3, 0],
        // The sum of the last frame but one before the last transaction, which the next frame's goes on from.
        [lastBegins() - 2 * frameBytes + 16, 0],
      ],
    },
  )
})

it('counts what can no longer be read', () => {
  const folder = killedWith((log) => flip(log, (ends[1] ?? 0) + 100, 1))
  const opened = openWithKeys(folder, vault.keys, 'kept')
  // Of the four notes from the third on.
  expect(opened).toEqual({ ok: false, error: { code: 'damaged-private-log', lostChanges: 4 } })
})

it('opens without what is broken when it is told to, as it was before, and keeps the log', () => {
  const folder = killedWith((log) => flip(log, (ends[1] ?? 0) + 100, 1))
  const broken = readFileSync(logOf(folder))
  expect(notesIn(open(folder, 'set-aside'))).toEqual(['n1', 'n2'])
  expect(readFileSync(`${logOf(folder)}.broken`)).toEqual(broken)
  expect(statSync(`${logOf(folder)}.broken`).mode & 0o777).toBe(0o600)
  expect(notesIn(open(folder))).toEqual(['n1', 'n2'])
})

it('takes what a power cut leaves of the last transaction for its end, whatever was not written of it', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), fc.nat(4_000), (lost, torn) => {
      const folder = killedWith((log) => {
        const changed = Buffer.from(log)
        // Any of its frames may not have reached the disk, one of them in part.
        for (let at = lastBegins(), index = 0; at < changed.length; at += frameBytes, index += 1)
          if (lost[index] === true) changed.fill(0, at + (index === 1 ? torn : 0), at + frameBytes)
        return changed
      })
      const notes = notesIn(open(folder))
      expect(notes.length === count || notes.length === count - 1).toBe(true)
      expect(existsSync(`${logOf(folder)}.broken`)).toBe(false)
    }),
    { numRuns: 40 },
  )
})

it('takes a log that was cut anywhere for what a power cut leaves', () => {
  fc.assert(
    fc.property(fc.nat(ends.at(-1) ?? 0), (length) => {
      const notes = notesIn(open(killedWith((log) => log.subarray(0, length))))
      expect(notes).toHaveLength(ends.filter((end) => end <= length).length)
    }),
    { numRuns: 30 },
  )
})

it('tells it at the door', async () => {
  const folder = killedWith((log) => flip(log, 40, 1))
  expect(await unlockVault(folder, byPassphrase)).toMatchObject({ error: { code: 'damaged-private-log' } })
})

it('begins the log anew once it was read, so that a later crash cannot bring back its end', () => {
  const folder = copyOf({ ...vault, folder: killed })
  const opened = open(folder)
  expect(statSync(logOf(folder)).size).toBe(0)
  opened.close()
})
