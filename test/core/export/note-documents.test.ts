import { readFileSync, readdirSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { progressNoteDocument } from '../../../src/main/documents/progress-note.tsx'
import { readSignedTexts } from '../../../src/main/core/signing/signed-note-repository.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import type { PersonId } from '../../../src/shared/ids.ts'
import { stampTitle, type DocumentStamp } from '../../../src/shared/record/document-stamp.ts'
import { openRooms } from '../support/open-rooms.ts'
import {
  createOpenWorld,
  definitely,
  emptyShared,
  responseOf,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const hourMs = 3_600_000
const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
const consent = { kind: 'chart' } as const
let world: World
let session: Prepared
let ana: PersonId
let ben: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 12)
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
  world.clock.pass(hourMs)
  await session.act({ type: 'end' })
})
afterEach(() => world.close())

async function sign(personId: PersonId): Promise<void> {
  const { sessionId } = session
  await world.get('note.sign', { sessionId, personId, overridden: [...overridden] })
}

async function amend(personId: PersonId, text: string): Promise<void> {
  const { sessionId } = session
  const list = await world.get('note.list', { sessionId })
  const note = definitely(list.find((one) => one.personId === personId && one.text.kind === 'note'))
  await world.get('note.amend', { sessionId, amends: note.noteId, kind: 'addendum', text, overridden: [] })
}

const ask = (personId: PersonId) =>
  world.core.run('export.note-facts', { sessionId: session.sessionId, personId, consent })
const factsOf = async (personId: PersonId) => valueOf(await ask(personId))

/** A file as it would be printed: what counts are the title and that no two are alike. */
async function writeFile(stamp: DocumentStamp, filling = '') {
  const bytes = new TextEncoder().encode(`%PDF-1.4\n<</Title (${stampTitle(stamp)})>>\n${filling}`)
  return { bytes, file: valueOf(await world.core.run('export.write', { stamp, bytes })) }
}

async function identify(bytes: Uint8Array) {
  return valueOf(await world.core.run('export.identify', { bytes }))
}

describe('the document of a note', () => {
  it('is made of what is signed, and of nothing that is not', async () => {
    const { sessionId } = session
    expect(await ask(ana)).toEqual({ ok: false, error: { code: 'not-found' } })
    await world.get('debrief.save-response', {
      sessionId,
      response: responseOf(ana, { response: 'Said no.' }),
    })
    await sign(ana)
    await world.get('debrief.save-shared', {
      sessionId,
      shared: { ...emptyShared, groupProcess: 'Written afterwards.' },
    })
    const facts = await factsOf(ana)
    expect(facts.note.text.words.response).toBe('Said no.')
    expect(JSON.stringify(facts)).not.toContain('Written afterwards.')
    expect(facts.stamp).toMatchObject({ kind: 'progress-note', sessionId, personId: ana, version: 1 })
    expect(await ask(ben)).toEqual({ ok: false, error: { code: 'not-found' } })
  })

  it('has a version for every signed text, and a content hash of what it shows', async () => {
    await sign(ana)
    const first = await factsOf(ana)
    expect((await factsOf(ana)).stamp).toEqual(first.stamp)
    await amend(ana, 'Called her sister.')
    const second = await factsOf(ana)
    expect(second.stamp.version).toBe(2)
    expect(second.later.map(({ text }) => text.kind)).toEqual(['addendum'])
    expect(second.stamp.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(second.stamp.contentHash).not.toBe(first.stamp.contentHash)
    expect(second.stamp.code).toBe(first.stamp.code)
    expect(second.note).toEqual(first.note)
  })

  it('says nothing of any other member, nor does its file', async () => {
    for (const personId of session.memberIds) await sign(personId)
    const people = valueOf(await world.core.run('export.note-people', { sessionId: session.sessionId }))
    expect(people).toEqual(session.memberIds)
    const all = await Promise.all(people.map((personId) => factsOf(personId)))
    const names = all.map(({ stamp }) => stamp.fileName)
    expect(new Set(names).size).toBe(12)
    for (const [index, facts] of all.entries()) {
      expect(facts.stamp.fileName).toMatch(/^2026-11-24-[0-9A-Z]{4}-note-[0-9A-Z]{2}\.pdf$/)
      const { bodyHtml, footerHtml, title } = progressNoteDocument(facts)
      const told = [JSON.stringify(facts), bodyHtml, footerHtml, title, facts.stamp.fileName].join(' ')
      expect(told).toContain(`Member ${index + 1}`)
      for (const [other, personId] of session.memberIds.entries()) {
        if (other === index) continue
        expect(told).not.toMatch(new RegExp(`Member ${other + 1}\\b`))
        expect(told).not.toContain(personId)
      }
    }
  })

  it('carries the statements when the group turns out to be under Part 2 later, and keeps them', async () => {
    await sign(ana)
    const { groups } = await world.get('roster.read', {})
    const group = definitely(groups.find(({ id }) => id === session.groupId))
    const { id: groupId, ...draft } = group
    const set = async (part2: 'part2' | 'none' | 'unsure') => {
      const { name, type, lengthMinutes, schedule, capacity, modality } = draft
      await world.get('roster.change-group', {
        groupId,
        draft: { name, type, lengthMinutes, schedule, capacity, modality, part2 },
      })
      return (await factsOf(ana)).part2
    }
    expect([await set('none'), await set('unsure')]).toEqual(['part2', 'part2'])
  })

  it('is not made of a text that is not what was signed', async () => {
    const rooms = await openRooms()
    const inside = rooms.enter()
    const sessionId = await rooms.prepare(inside)
    const [personId] = rooms.memberIds
    const act = async (type: 'arrive-all' | 'end') =>
      valueOf(await inside.calls['session.act']({ sessionId, command: { type } }))
    await act('arrive-all')
    valueOf(await inside.calls['session.act']({ sessionId, command: { type: 'start', end: 'full-length' } }))
    await act('end')
    const input = { sessionId, personId: definitely(personId), overridden: [...overridden] }
    valueOf(await inside.calls['note.sign'](input))
    const make = () => inside.tasks['export.note-facts']({ ...input, consent })
    expect(make().ok).toBe(true)
    const { record } = rooms.vault
    const [stored] = readSignedTexts(record, sessionId)
    const altered = definitely(stored).body.replace('DAP', 'GIRP')
    write(record, sql`DROP TRIGGER signed_note_is_not_changed`)
    write(record, sql`DROP TRIGGER signed_note_is_not_deleted`)
    write(record, sql`UPDATE signed_note SET body = ${altered}`)
    expect(make).toThrow('record: damaged-record')
    write(record, sql`DELETE FROM signed_note`)
    expect(make).toThrow('record: damaged-record')
    rooms.close()
  })
})

describe('a file that somebody brings', () => {
  it('is known by its bytes, with its record, its version, and the version of now', async () => {
    await sign(ana)
    const { stamp } = await factsOf(ana)
    const { bytes, file } = await writeFile(stamp)
    expect(file).toMatchObject({ personId: ana, code: stamp.code, version: 1, fileName: stamp.fileName })
    expect(await identify(bytes)).toEqual({ kind: 'unaltered', file, currentVersion: 1 })
    await amend(ana, 'Called her sister.')
    expect(await identify(bytes)).toEqual({ kind: 'unaltered', file, currentVersion: 2 })
  })

  it('is altered when a byte of it is, and still says what it claims to be', async () => {
    await sign(ana)
    const { bytes, file } = await writeFile((await factsOf(ana)).stamp)
    const other = new Uint8Array([...bytes, 10])
    expect(await identify(other)).toEqual({ kind: 'altered', file, currentVersion: 1 })
  })

  it('is unknown when this vault never wrote it, whatever it carries', async () => {
    const nothing = { kind: 'unknown', carried: null }
    expect(await identify(new Uint8Array())).toEqual(nothing)
    expect(await identify(new Uint8Array([0, 255, 37]))).toEqual(nothing)
    await sign(ana)
    const { stamp } = await factsOf(ana)
    await writeFile(stamp)
    const foreign = { ...stamp, contentHash: 'ab'.repeat(32) }
    const bytes = new TextEncoder().encode(stampTitle(foreign))
    expect(await identify(bytes)).toEqual({
      kind: 'unknown',
      carried: { code: stamp.code, version: 1 },
    })
  })
})

describe('the de-identified summary', () => {
  it('has a code that links to nothing, and the year alone', async () => {
    const { sessionId } = session
    const shared = { ...emptyShared, groupProcess: 'Member 3 was quiet.', plan: 'Bring one evening.' }
    await world.get('debrief.save-shared', { sessionId, shared })
    const read = async () => valueOf(await world.core.run('export.de-identified-facts', { sessionId }))
    const { facts, stamp } = await read()
    expect(facts).toMatchObject({
      year: '2026',
      timeOfDay: 'afternoon',
      presentCount: 12,
      expectedCount: 12,
      guestCount: null,
      groupProcess: null,
      plan: 'Bring one evening.',
    })
    expect(JSON.stringify(facts)).not.toMatch(/Group \d|Member|11-24|sessionId|number/)
    expect(stamp.fileName).toMatch(new RegExp(`^2026-${stamp.code}-summary\\.pdf$`))
    const dated = valueOf(await world.core.run('export.facts', { sessionId })).stamp
    const again = (await read()).stamp
    expect(new Set([stamp.code, dated.code, again.code]).size).toBe(3)
  })

  it('leaves out what an alias of a member names', async () => {
    const { sessionId } = session
    await world.get('roster.set-aliases', { personId: ana, aliases: ['Birdie'] })
    await world.get('debrief.save-shared', {
      sessionId,
      shared: { ...emptyShared, plan: 'Everyone thanked Birdie.' },
    })
    const { facts } = valueOf(await world.core.run('export.de-identified-facts', { sessionId }))
    expect(facts.plan).toBeNull()
  })
})

describe('versions of what nobody signs', () => {
  it('count the contents, and a content keeps its own', async () => {
    const { sessionId } = session
    const print = async (groupProcess: string) => {
      await world.get('debrief.save-shared', { sessionId, shared: { ...emptyShared, groupProcess } })
      const { stamp } = valueOf(await world.core.run('export.facts', { sessionId }))
      await writeFile(stamp, groupProcess)
      return stamp.version
    }
    expect([await print('One.'), await print('Two.'), await print('One.'), await print('Three.')]).toEqual([
      1, 2, 1, 3,
    ])
  })
})

it('files of notes are their owner’s alone, whole, and listed with whose they are', async () => {
  const { sessionId } = session
  await sign(ana)
  await sign(ben)
  for (const personId of [ana, ben]) await writeFile((await factsOf(personId)).stamp)
  const files = await world.get('export.list', { sessionId })
  expect(files.map(({ personId, kind }) => [personId, kind])).toEqual([
    [ben, 'progress-note'],
    [ana, 'progress-note'],
  ])
  const folder = valueOf(await world.core.run('export.folder', null))
  expect(readdirSync(folder).toSorted()).toEqual(files.map(({ fileName }) => fileName).toSorted())
  for (const { exportId } of files) {
    const path = valueOf(await world.core.run('export.path', { exportId }))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/)
  }
})
