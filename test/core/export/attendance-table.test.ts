import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/ipc/contract.ts'
import { sessionCode } from '../../../src/shared/record/group-summary.ts'
import { part2Statement2 } from '../../../src/shared/record/part2-statements.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const hourMs = 3_600_000
let world: World
let session: Prepared

beforeAll(async () => {
  world = await createOpenWorld()
  session = await startSession(world, 3)
})
afterAll(() => world.close())

async function readTable(input: InputOf<'export.attendance-table'>) {
  const file = await world.get('export.attendance-table', input)
  const path = join(world.paths.exportsDir, file.fileName)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const [headings = [], ...rows] = parseCsv(readFileSync(path, 'utf8').slice(1))
  const lines = rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])))
  return { file, lines }
}

it('is there once the session has ended', async () => {
  const { sessionId } = session
  const ask = () => world.ask('export.attendance-table', { sessionId, naming: 'names' })
  expect(await ask()).toEqual({ ok: false, error: { code: 'not-closed' } })
  world.clock.pass(hourMs)
  await session.act({ type: 'leave', personId: definitely(session.memberIds[1]) })
  world.clock.pass(hourMs / 2)
  await session.act({ type: 'end' })
  expect((await ask()).ok).toBe(true)
  const nowhere = { sessionId: crypto.randomUUID(), naming: 'names' } as const
  expect(await world.ask('export.attendance-table', nowhere)).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
})

it('of one session has everybody by name or by initials, with the minutes of the log', async () => {
  const { sessionId } = session
  const { file, lines } = await readTable({ sessionId, naming: 'names' })
  const code = sessionCode(sessionId)
  expect(file).toMatchObject({ kind: 'attendance-table', sessionId, personId: null, code })
  expect(file.fileName).toMatch(new RegExp(`^2026-11-24-${code}-attendance(-2)?\\.csv$`))
  expect(lines).toHaveLength(3)
  expect(lines[1]).toEqual({
    Session: code,
    Group: expect.stringMatching(/^Group \d+$/),
    Type: 'Relapse prevention',
    Date: '2026-11-24',
    Start: '2026-11-24T12:00:00-06:00',
    Stop: '2026-11-24T13:30:00-06:00',
    'Time zone': 'America/Chicago',
    'Chart id': 'C-1',
    Member: 'Member 2',
    Role: 'member',
    State: 'left early',
    Arrived: '2026-11-24T12:00:00-06:00',
    Left: '2026-11-24T13:00:00-06:00',
    'Minutes attended': '60',
    'Minutes without breaks': '60',
    'Minutes late': '0',
    'Minutes left early': '30',
    Notice: part2Statement2,
  })
  const initials = await readTable({ sessionId, naming: 'initials' })
  expect(initials.lines.map((line) => line['Member'])).toEqual(['A', 'A', 'A'])
  expect(initials.file.version).toBe(definitely(file.version) + 1)
  expect((await readTable({ sessionId, naming: 'names' })).file.version).toBe(file.version)
})

it('of a group has its ended sessions in their order, and no other group’s', async () => {
  const { groupId, leadId } = session
  world.clock.pass(24 * hourMs)
  const plan = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const { sessionId } = await world.get('session.prepare', plan)
  const act = (command: InputOf<'session.act'>['command']) => world.get('session.act', { sessionId, command })
  await act({ type: 'arrive', personId: definitely(session.memberIds[0]) })
  await act({ type: 'start', end: 'full-length' })
  world.clock.pass(hourMs)
  const before = await readTable({ groupId, naming: 'names' })
  expect(before.lines).toHaveLength(3)
  await act({ type: 'end' })
  await (await startSession(world, 1)).act({ type: 'end' })
  const { file, lines } = await readTable({ groupId, naming: 'names' })
  expect(
    lines.map((line) => [line['Date'], line['Member'], line['State'], line['Minutes attended']]),
  ).toEqual([
    ['2026-11-24', 'Member 1', 'attended', '90'],
    ['2026-11-24', 'Member 2', 'left early', '60'],
    ['2026-11-24', 'Member 3', 'attended', '90'],
    ['2026-11-25', 'Member 1', 'attended', '60'],
    ['2026-11-25', 'Member 2', 'no-show', '0'],
    ['2026-11-25', 'Member 3', 'no-show', '0'],
  ])
  expect(new Set(lines.map((line) => line['Session'])).size).toBe(2)
  expect(file).toMatchObject({ sessionId: null, personId: null, version: 1 })
  expect(file.code).not.toBe(before.file.code)
  expect(
    (await world.ask('export.attendance-table', { groupId: crypto.randomUUID(), naming: 'names' })).ok,
  ).toBe(false)
})

it('of a group that has not met has its headings alone', async () => {
  const { groupId } = await world.get('roster.create-group', { ...groupDraft, name: 'New' })
  expect((await readTable({ groupId, naming: 'initials' })).lines).toEqual([])
})

it('carries the notice when the group turns out to be under Part 2 later, and keeps it', async () => {
  const { groups } = await world.get('roster.read', {})
  const group = definitely(groups.find(({ id }) => id === session.groupId))
  const { id: groupId, agenda: _agenda, memberIds: _memberIds, ...draft } = group
  await world.get('roster.change-group', { groupId, draft: { ...draft, part2: 'none' } })
  const { lines } = await readTable({ groupId, naming: 'names' })
  expect(new Set(lines.map((line) => line['Notice']))).toEqual(new Set([part2Statement2]))
})
