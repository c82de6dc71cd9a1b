import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaFileSchema, type AgendaFile } from '../../../src/shared/agenda/agenda-file.ts'
import { maxPhases, totalMinutes, type Phase } from '../../../src/shared/agenda/phase.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import { groupIdSchema, phaseIdSchema, type GroupId } from '../../../src/shared/ids.ts'
import { createOpenWorld, definitely, groupDraft, valueOf, type World } from '../support/world.ts'

let world: World
let count = 0

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

async function createGroup(lengthMinutes: number, type = groupDraft.type): Promise<GroupId> {
  count += 1
  const draft = { ...groupDraft, name: `Harbour circle ${count}`, lengthMinutes, type }
  return (await world.get('roster.create-group', draft)).groupId
}

async function readAgenda(groupId: GroupId): Promise<readonly Phase[]> {
  const { groups } = await world.get('roster.read', {})
  return definitely(groups.find(({ id }) => id === groupId)).agenda
}

async function writeFile(groupId: GroupId): Promise<Buffer> {
  const { fileName } = await world.get('export.agenda', { groupId })
  return readFileSync(join(world.paths.exportsDir, fileName))
}

const read = (groupId: GroupId, bytes: Uint8Array) => world.core.run('agenda.read-file', { groupId, bytes })
const withoutIds = (phases: readonly Phase[]) =>
  phases.map((phase) => Object.fromEntries(Object.entries(phase).filter(([key]) => key !== 'id')))

const anyPhase = fc
  .record({
    name: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((name) => /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u.test(name.trim()) && name.isWellFormed()),
    kind: fc.constantFrom('plain' as const, 'round' as const, 'break' as const),
    minutes: fc.integer({ min: 1, max: 10 }),
    spare: fc.integer({ min: 0, max: 9 }),
    isProtected: fc.boolean(),
  })
  .map(({ spare, ...phase }) => ({
    ...phase,
    name: phase.name.trim(),
    minimumMinutes: Math.max(1, phase.minutes - spare),
    id: phaseIdSchema.parse(crypto.randomUUID()),
  }))

it('goes to another group as it was, phase by phase, under ids of its own', async () => {
  const from = await createGroup(240)
  const to = await createGroup(240)
  await fc.assert(
    fc.asyncProperty(fc.array(anyPhase, { minLength: 1, maxLength: maxPhases }), async (phases) => {
      await world.get('agenda.change', { groupId: from, phases })
      const agenda = await readAgenda(from)
      const brought = valueOf(await read(to, await writeFile(from)))
      expect(withoutIds(brought.phases)).toEqual(withoutIds(agenda))
      const ids = new Set([...agenda, ...brought.phases].map(({ id }) => id))
      expect(ids.size).toBe(2 * agenda.length)
      await world.get('agenda.change', { groupId: to, phases: brought.phases })
      expect(await readAgenda(to)).toEqual(brought.phases)
    }),
    { numRuns: 40 },
  )
})

it('is fitted to the length of the group that takes it over', async () => {
  const from = await createGroup(120)
  const to = await createGroup(100)
  const { phases, lengthMinutes, groupType } = valueOf(await read(to, await writeFile(from)))
  expect([lengthMinutes, groupType, totalMinutes(phases)]).toEqual([120, groupDraft.type, 100])
  const before = new Map((await readAgenda(from)).map((phase) => [phase.name, phase.minutes]))
  const close = definitely(phases.at(-1))
  expect([close.isProtected, close.minutes]).toEqual([true, before.get(close.name)])
})

it('comes as it stands in the file where it cannot be fitted, for somebody to shorten', async () => {
  const from = await createGroup(180, 'iop-evening')
  const { phases } = valueOf(await read(await createGroup(75), await writeFile(from)))
  expect(withoutIds(phases)).toEqual(withoutIds(await readAgenda(from)))
})

it('names its phases and nobody, no group and no day, and is listed as the group’s', async () => {
  const groupId = await createGroup(120)
  const text = (await writeFile(groupId)).toString()
  expect(agendaFileSchema.parse(JSON.parse(text)).phases).toEqual(withoutIds(await readAgenda(groupId)))
  expect(text).not.toMatch(/Harbour|[0-9a-f]{8}-[0-9a-f]{4}-|20\d\d/u)
  const [listed] = await world.get('export.list-about', { groupId })
  expect(listed).toMatchObject({
    kind: 'agenda',
    personId: null,
    sessionId: null,
    version: 1,
    isOnDisk: true,
  })
  expect(listed?.fileName).toMatch(/^2026-11-24-[0-9A-Z]{4}-agenda\.json$/u)
})

it('keeps its code, and counts its versions by what it holds', async () => {
  const groupId = await createGroup(120)
  const first = await world.get('export.agenda', { groupId })
  const again = await world.get('export.agenda', { groupId })
  const phases = (await readAgenda(groupId)).slice(1)
  await world.get('agenda.change', { groupId, phases })
  const changed = await world.get('export.agenda', { groupId })
  expect([again.code, again.version, changed.code, changed.version]).toEqual([first.code, 1, first.code, 2])
})

const template = agendaTemplates.skills
const whole: AgendaFile = {
  format: 'circlekeeper-agenda',
  version: 1,
  groupType: 'skills',
  lengthMinutes: template.lengthMinutes,
  phases: [...template.phases],
}
const [phase] = template.phases
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const withPhase = (changed: object) => json({ ...whole, phases: [{ ...phase, ...changed }] })

describe('of what somebody brings', () => {
  it.each<readonly [string, Uint8Array]>([
    ['of nothing', Buffer.from('')],
    ['of other bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ['of another encoding', Buffer.from(JSON.stringify(whole), 'utf16le')],
    ['cut short', json(whole).subarray(0, -3)],
    ['of a list', json([whole])],
    ['of null', json(null)],
    ['of another format', json({ ...whole, format: 'agenda' })],
    ['of a later version', json({ ...whole, version: 2 })],
    ['with a key too many', json({ ...whole, groupName: 'Harbour' })],
    ['with a prototype', Buffer.from(JSON.stringify(whole).replace('{', '{"__proto__":{"version":1},'))],
    ['of a type that is none', json({ ...whole, groupType: 'choir' })],
    ['without phases', json({ ...whole, phases: [] })],
    ['of too many phases', json({ ...whole, phases: Array.from({ length: maxPhases + 1 }, () => phase) })],
    ['of more minutes than its session has', json({ ...whole, lengthMinutes: 10 })],
    ['with an id', withPhase({ id: crypto.randomUUID() })],
    ['with a name that is empty', withPhase({ name: ' ' })],
    ['with a name that is too long', withPhase({ name: 'a'.repeat(61) })],
    ['with a name that breaks its line', withPhase({ name: 'Check-in\nround' })],
    ['with half of a sign in a name', withPhase({ name: 'Check-in \ud83d' })],
    ['with a minimum above the minutes', withPhase({ minimumMinutes: 90 })],
    ['with minutes of a text', withPhase({ minutes: '5' })],
    ['with half a minute', withPhase({ minutes: 7.5, minimumMinutes: 1 })],
    ['too large to be one', Buffer.from(`${' '.repeat(64 * 1024)}${JSON.stringify(whole)}`)],
    ['too deep to be one', Buffer.from('['.repeat(30_000))],
  ])('a file %s is no agenda, and changes nothing', async (_, bytes) => {
    const groupId = await createGroup(90)
    const before = JSON.stringify(await world.get('roster.read', {}))
    expect(await read(groupId, bytes)).toEqual({ ok: false, error: { code: 'not-an-agenda' } })
    expect(JSON.stringify(await world.get('roster.read', {}))).toBe(before)
  })

  it('the file that those were made from is one, with a mark of its encoding too', async () => {
    expect(valueOf(await read(await createGroup(90), json(whole))).groupType).toBe('skills')
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), json(whole)])
    expect(valueOf(await read(await createGroup(90), marked)).groupType).toBe('skills')
  })
})

it('is for a group that there is', async () => {
  const groupId = groupIdSchema.parse(crypto.randomUUID())
  const notFound = { ok: false, error: { code: 'not-found' } }
  expect(await read(groupId, json(whole))).toEqual(notFound)
  expect(await world.ask('export.agenda', { groupId })).toEqual(notFound)
})
