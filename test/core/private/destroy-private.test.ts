/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { addTouches, readTouches } from '../../../src/main/core/interaction/interaction-repository.ts'
import { countPrivate, listDestructions } from '../../../src/main/core/private/destroyed-repository.ts'
import {
  insertPrivateNote,
  readPrivateNotes,
} from '../../../src/main/core/private/private-note-repository.ts'
import { findPrivateNotes } from '../../../src/main/core/private/private-words.ts'
import { transact, write } from '../../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { noteIdSchema, sessionIdSchema, type SessionId } from '../../../src/shared/ids.ts'
import { destroyPrivateNotes } from '../support/rewrite-stores.ts'
import { valueOf } from '../support/world.ts'
import { isInMemory, openInChild } from '../vault/look-into-child.ts'
import { newestHeaderOf } from '../vault/older-vault.ts'
import { decryptDatabase, openDecrypted } from '../vault/sqlcipher-pages.ts'
import { byPassphrase, copyOf, makeVault, passphrase, type MadeVault } from '../vault/temporary-vault.ts'

const newSession = () => sessionIdSchema.parse(randomUUID())
const kept = newSession()
const destroyed = newSession()
/** Of which there is one note among many. */
const brief = newSession()
/** Of which there are counts, and no note. */
const touched = newSession()
const noteCount = 400
const destroyedAtMs = 1_795_370_000_000

const noteOf = (text: string) => ({ noteId: noteIdSchema.parse(randomUUID()), text })

let made: MadeVault
beforeAll(async () => {
  made = await makeVault(({ private: db }) => {
    // In turns, so that what goes and what stays lie in the same pages and in the same segments of the index.
    for (let from = 0; from < noteCount; from += 50) {
      transact(db, () => {
        for (let count = from; count < from + 50; count += 1) {
          insertPrivateNote(db, kept, noteOf(`marigold${count} stays with me ${'and so on '.repeat(10)}`))
          insertPrivateNote(db, destroyed, noteOf(`thistledown${count} was said to nobody else`))
        }
      })
    }
    insertPrivateNote(db, brief, noteOf('cinnabar, and nobody heard it'))
    for (const sessionId of [kept, destroyed, touched])
      addTouches(db, sessionId, [{ minute: 3, phaseId: null, keyPresses: 5, clicks: 1, typed: 0 }])
  })
})
afterAll(() => made.remove())

const nothingHidden = { noteIds: [], sessionIds: [] }

interface Destroyed {
  readonly folder: string
  readonly vault: OpenVault
  readonly newKey: Buffer
}

async function destroy(folder: string, sessionIds: readonly SessionId[]): Promise<Destroyed> {
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  const drawn: Buffer[] = []
  const opened = valueOf(
    await destroyPrivateNotes(folder, {
      vault,
      authorPassphrase: passphrase,
      sessionIds,
      destroyedAtMs,
      randomBytes(size) {
        const bytes = randomBytes(size)
        drawn.push(Buffer.from(bytes))
        return bytes
      },
    }),
  )
  onTestFinished(() => opened.close())
  const [newKey] = drawn
  if (newKey === undefined) throw new Error('no key was drawn')
  return { folder, vault: opened, newKey }
}

/** Every page of the closed database, free ones too. */
function pagesOf(folder: string, key: Buffer): Buffer {
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  return decryptDatabase(readFileSync(join(folder, 'private.db')), key)
}

/** Every word in the index. Its pages leave out what one word has in common with the one before, so bytes tell too little. */
function wordsIn(pages: Buffer): string[] {
  const plain = openDecrypted(pages)
  plain.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, private_words, row)')
  const words = plain.prepare('SELECT term FROM temp.vocabulary').all()
  plain.close()
  return words.map(({ term }) => String(term))
}

/** Destroys what some sessions hold, and looks for the traces that it had in every page and in the index. */
async function destroyAndSearch(sessionIds: readonly SessionId[], traces: readonly string[]): Promise<void> {
  const folder = copyOf(made)
  const before = pagesOf(folder, made.keys.private)
  const isTraced = (word: string) => traces.some((trace) => word.startsWith(trace))
  for (const trace of traces) expect(before.includes(trace), trace).toBe(true)
  expect(wordsIn(before).filter(isTraced)).not.toEqual([])

  const { vault, newKey } = await destroy(folder, sessionIds)
  vault.close()
  const after = pagesOf(folder, newKey)
  for (const trace of traces) expect(after.includes(trace), trace).toBe(false)
  expect(wordsIn(after).filter(isTraced)).toEqual([])
  // What stays is there, so it was looked for where it would be.
  expect(after.includes('marigold7 stays')).toBe(true)
  expect(after.includes(kept)).toBe(true)
  expect(wordsIn(after).filter((word) => word.startsWith('marigold'))).not.toEqual([])
  // Of the header: how many pages are free.
  expect(after.readUInt32BE(36)).toBe(0)
}

describe('destroying the private notes of a session', () => {
  it('leaves not a word of them in any page of the new file, nor in its index', async () => {
    await destroyAndSearch([destroyed, touched], ['thistledown', 'said to nobody', destroyed, touched])
  })

  it('leaves not a word of one note among many either', async () => {
    await destroyAndSearch([brief], ['cinnabar', 'nobody heard', brief])
  })

  it('leaves the other notes as they were, in their order, to be found as before', async () => {
    const folder = copyOf(made)
    const before = valueOf(await unlockVault(folder, byPassphrase))
    const notes = readPrivateNotes(before.private, kept)
    expect(notes).toHaveLength(noteCount)
    const found = findPrivateNotes(before.private, 'marigold7', nothingHidden)
    const touches = readTouches(before.private, kept)
    before.close()

    const { vault } = await destroy(folder, [destroyed, touched])
    expect(readPrivateNotes(vault.private, kept)).toEqual(notes)
    expect(findPrivateNotes(vault.private, 'marigold7', nothingHidden)).toEqual(found)
    expect(readTouches(vault.private, kept)).toEqual(touches)
    expect(readPrivateNotes(vault.private, destroyed)).toEqual([])
    expect(findPrivateNotes(vault.private, 'thistledown7', nothingHidden).noteCount).toBe(0)
    expect([...readTouches(vault.private, destroyed), ...readTouches(vault.private, touched)]).toEqual([])
    // The open vault goes on.
    insertPrivateNote(vault.private, kept, { noteId: noteIdSchema.parse(randomUUID()), text: 'thistledown' })
    expect(findPrivateNotes(vault.private, 'thistledown', nothingHidden).noteCount).toBe(1)
  })

  it('leaves nothing that the old key opens, and nowhere the old key', async () => {
    const folder = copyOf(made)
    const { vault, newKey } = await destroy(folder, [destroyed])
    vault.close()
    pagesOf(folder, newKey)
    const { private: oldKey } = made.keys
    expect(newKey.equals(oldKey)).toBe(false)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    for (const bytes of files) {
      for (const spelling of [oldKey, oldKey.toString('hex'), oldKey.toString('base64')])
        expect(bytes.includes(spelling)).toBe(false)
      // The header is shorter than a page.
      if (bytes.length >= 4_096) expect(() => decryptDatabase(bytes, oldKey)).toThrow('page 1 is damaged')
    }
  })

  it.skipIf(process.platform !== 'linux')('leaves the old key nowhere in memory either', async () => {
    const folder = copyOf(made)
    const author = await openInChild('author', copyOf(made), passphrase)
    expect(isInMemory(author, made.keys.private)).toBe(true)
    const destroyer = await openInChild('destroyer', folder, passphrase)
    const { private: newKey } = valueOf(await unwrapKeys(newestHeaderOf(folder), byPassphrase))
    expect(isInMemory(destroyer, newKey)).toBe(true)
    expect(isInMemory(destroyer, made.keys.private)).toBe(false)
  })

  it('is on file with its counts, exactly when it happened', async () => {
    const folder = copyOf(made)
    const first = await destroy(folder, [destroyed, touched, newSession()])
    const told = { destroyedAtMs, sessionCount: 2, noteCount }
    expect(listDestructions(first.vault.private)).toEqual([told])
    expect(countPrivate(first.vault.private, [destroyed, touched])).toEqual({
      sessionCount: 0,
      noteCount: 0,
      touchCount: 0,
    })
    expect(countPrivate(first.vault.private, [kept, destroyed])).toEqual({
      sessionCount: 1,
      noteCount,
      touchCount: 1,
    })
    first.vault.close()
    const second = await destroy(folder, [kept])
    expect(listDestructions(second.vault.private)).toEqual([{ ...told, sessionCount: 1 }, told])
    expect(second.newKey.equals(first.newKey)).toBe(false)
    for (const change of [sql`UPDATE destroyed SET note_count = 0`, sql`DELETE FROM destroyed`])
      expect(() => write(second.vault.private, change)).toThrow('that notes were destroyed')
  })

  it('with a wrong passphrase destroys nothing, and changes no byte', async () => {
    const folder = copyOf(made)
    const vault = valueOf(await unlockVault(folder, byPassphrase))
    const bytes = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('base64'))
    const before = bytes()
    const asked = { vault, sessionIds: [destroyed], destroyedAtMs }
    expect(await destroyPrivateNotes(folder, { ...asked, authorPassphrase: 'not the passphrase' })).toEqual({
      ok: false,
      error: { code: 'wrong-secret' },
    })
    expect(bytes()).toEqual(before)
    expect(readPrivateNotes(vault.private, destroyed)).toHaveLength(noteCount)
    vault.close()
  })
})
