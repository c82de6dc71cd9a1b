import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/shared/ids.ts'
import { documentErrors, narrativeText, schemaErrors } from '../../support/fhir-rules.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import {
  createOpenWorld,
  definitely,
  responseOf,
  startSession,
  valueOf,
  type Prepared,
  type World,
} from '../support/world.ts'

const hourMs = 3_600_000
const overridden = ['names', 'copied', 'judgement', 'missing', 'private-only'] as const
const chart = { kind: 'chart' } as const
const disclosure = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: '0417-3 of 2 September 2026',
} as const
let world: World
let session: Prepared
let ana: PersonId
let ben: PersonId

beforeEach(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 4)
  ana = definitely(session.memberIds[0])
  ben = definitely(session.memberIds[1])
})
afterEach(() => world.close())

async function close(): Promise<void> {
  world.clock.pass(hourMs)
  await session.act({ type: 'end' })
}

async function sign(personId: PersonId): Promise<void> {
  const { sessionId } = session
  const response = responseOf(personId, { response: 'Named the walk home.' })
  await world.get('debrief.save-response', { sessionId, response })
  await world.get('note.sign', { sessionId, personId, overridden: [...overridden] })
}

const ask = (personId: PersonId, consent: typeof chart | typeof disclosure = chart) =>
  world.ask('export.note-bundle', { sessionId: session.sessionId, personId, consent })

async function write(personId: PersonId, consent: typeof chart | typeof disclosure = chart) {
  const file = valueOf(await ask(personId, consent))
  const path = valueOf(await world.core.run('export.path', { exportId: file.exportId }))
  return { file, path, text: readFileSync(path, 'utf8') }
}

async function identify(text: string) {
  return valueOf(await world.core.run('export.identify', { bytes: new TextEncoder().encode(text) }))
}

describe('a signed note as a FHIR document', () => {
  it('is a file of its own: valid, its owner’s alone, neutral by its name, listed with its code', async () => {
    await close()
    await sign(ana)
    const { file, path, text } = await write(ana)
    expect(schemaErrors(text)).toEqual([])
    expect(documentErrors(text)).toEqual([])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const { stamp } = valueOf(
      await world.core.run('export.note-facts', {
        sessionId: session.sessionId,
        personId: ana,
        consent: chart,
      }),
    )
    expect(file).toMatchObject({ kind: 'note-bundle', personId: ana, version: 1, code: stamp.code })
    expect(file.fileName).toBe(stamp.fileName.replace('.pdf', '.json'))
    expect(narrativeText(text)).toContain('Named the walk home.')
    const { sessionId } = session
    expect(await world.get('export.list', { sessionId })).toMatchObject([{ exportId: file.exportId }])
  })

  it('is written in the time and the zone of where the session was', async () => {
    await close()
    await sign(ana)
    const { text } = await write(ana)
    expect(text).toContain('"start": "2026-11-24T12:00:00-06:00"')
    expect(text).toContain('"end": "2026-11-24T13:00:00-06:00"')
    expect(text).toContain('"timestamp": "2026-11-24T13:00:00-06:00"')
  })

  it('is told by its bytes, and by its stamp once somebody has changed it', async () => {
    await close()
    await sign(ana)
    const { file, text } = await write(ana)
    expect(await identify(text)).toEqual({ kind: 'unaltered', file, currentVersion: 1 })
    const altered = text.replace('Named the walk home.', 'Named nothing.')
    expect(await identify(altered)).toEqual({ kind: 'altered', file, currentVersion: 1 })
  })

  it('of a disclosure is in the ledger with it, and one for the chart is not', async () => {
    await close()
    await sign(ana)
    await write(ana)
    expect(await world.get('disclosures.list', { personId: ana })).toEqual([])
    const { file, text } = await write(ana, disclosure)
    expect(narrativeText(text)).toContain('Disclosed to Riverbend Primary Care, for care coordination')
    expect(await world.get('disclosures.list', { personId: ana })).toMatchObject([
      {
        exportId: file.exportId,
        recipient: disclosure.recipient,
        purpose: disclosure.purpose,
        consentReference: disclosure.reference,
      },
    ])
  })

  it('fails without a note, and leaves neither a file nor an entry when it cannot be written', async () => {
    await close()
    expect(await ask(ana)).toEqual({ ok: false, error: { code: 'not-found' } })
    await sign(ana)
    const folder = valueOf(await world.core.run('export.folder', null))
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file in its place')
    expect(await ask(ana, disclosure)).toEqual({ ok: false, error: { code: 'not-writable' } })
    expect(await world.get('disclosures.list', { personId: ana })).toEqual([])
    expect(await world.get('export.list', { sessionId: session.sessionId })).toEqual([])
  })
})

describe('all notes of a session', () => {
  it('are a file a patient, with nobody else in it', async () => {
    const { sessionId, memberIds } = session
    const who = { preferredName: 'Zephyrine', initials: 'Z', role: 'family' } as const
    await world.get('session.walk-in', { sessionId, who })
    await close()
    for (const personId of [ana, ben, definitely(memberIds[2])]) await sign(personId)
    const { members } = await world.get('roster.read', {})
    const guest = definitely(members.find(({ preferredName }) => preferredName === 'Zephyrine')).id
    await sign(guest)
    expect(await ask(guest)).toEqual({ ok: false, error: { code: 'not-a-patient' } })
    const { files, total, failure } = await world.get('export.note-bundles', { sessionId })
    expect([total, failure]).toEqual([3, null])
    expect(files.map(({ personId }) => personId)).toEqual(memberIds.slice(0, 3))
    const folder = valueOf(await world.core.run('export.folder', null))
    expect(readdirSync(folder).toSorted()).toEqual(files.map(({ fileName }) => fileName).toSorted())
    for (const [index, { fileName }] of files.entries()) {
      const text = readFileSync(`${folder}/${fileName}`, 'utf8')
      expect(text).toContain(`Member ${index + 1}`)
      expect(text).not.toContain('Zephyrine')
      for (const [other, personId] of memberIds.entries()) {
        expect(text).not.toContain(personId)
        if (other !== index) expect(text).not.toMatch(new RegExp(`Member ${other + 1}\\b`))
      }
    }
  })

  it('are told, as far as they were made, when the disk fills', async ({ skip }) => {
    const { sessionId, memberIds } = session
    await close()
    for (const personId of memberIds.slice(0, 3)) await sign(personId)
    const { files } = await world.get('export.note-bundles', { sessionId })
    const folder = valueOf(await world.core.run('export.folder', null))
    const sizes = files.map(({ fileName }) => statSync(join(folder, fileName)).size)
    const disk = mountSmallDisk(`${folder}-disk`, Math.ceil(Math.max(...sizes) * 2.5))
    if (typeof disk === 'string') return skip(disk)
    try {
      valueOf(await world.core.run('export.set-folder', { path: disk.path }))
      const made = await world.get('export.note-bundles', { sessionId })
      expect(made).toMatchObject({ total: 3, failure: 'disk-full' })
      expect(made.files.map(({ personId }) => personId)).toEqual(memberIds.slice(0, made.files.length))
      expect(made.files.length).toBeGreaterThan(0)
      expect(readdirSync(disk.path).toSorted()).toEqual(made.files.map(({ fileName }) => fileName).toSorted())
      for (const { fileName } of made.files)
        expect(JSON.parse(readFileSync(join(disk.path, fileName), 'utf8'))).toMatchObject({
          type: 'document',
        })
    } finally {
      disk.remove()
    }
  })

  it('are none where none is signed, and not found where there is no session', async () => {
    await close()
    const nothing = { files: [], total: 0, failure: null }
    expect(await world.get('export.note-bundles', { sessionId: session.sessionId })).toEqual(nothing)
    const sessionId = '5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1'
    expect(await world.ask('export.note-bundles', { sessionId })).toEqual({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})
