/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DoneImport, ImportState, ImportTable } from '../../../src/shared/ipc/import-calls.ts'
import type { Decision } from '../../../src/shared/import/plan-import.ts'
import {
  createOpenWorld,
  definitely,
  groupDraft,
  memberDraft,
  valueOf,
  type World,
} from '../support/world.ts'

const csv = [
  'Name,Chart,Group,Type,Day,Time,Agreed on',
  'Uma Ferrow,0901,Thursday skills,Skills,Thu,17:30,3/25/2026',
  'Ivo Laskan,0902,Thursday skills,Skills,Thu,17:30,',
  'Ana,C-1,Thursday skills,Skills,Thu,17:30,',
].join('\r\n')

let world: World
beforeEach(async () => {
  world = await createOpenWorld()
  const { groupId } = await world.get('roster.create-group', groupDraft)
  await world.get('roster.create-member', { groupId, draft: memberDraft })
})
afterEach(() => world.close())

async function take(text = csv): Promise<ImportTable> {
  return valueOf(await world.core.run('import.take', { bytes: Buffer.from(text) }))
}

/** How it ended. */
async function commit(text = csv, decisions: readonly Decision[] = []): Promise<ImportState> {
  const { mapping } = await take(text)
  let state = await world.get('import.commit', { mapping, decisions: [...decisions] })
  while (state.stage === 'running') {
    await new Promise((done) => setImmediate(done))
    state = await world.get('import.state', {})
  }
  return state
}

async function taken(text = csv, decisions: readonly Decision[] = []): Promise<DoneImport> {
  const state = await commit(text, decisions)
  if (state.stage !== 'done') throw new Error(`the import is ${state.stage}`)
  return state.done
}

const roster = () => world.get('roster.read', {})

describe('a table', () => {
  it('is shown as it would be taken over, and changes nothing until then', async () => {
    const before = await roster()
    const table = await take()
    expect(table.mapping).toMatchObject({
      columns: ['name', 'chart-id', 'group', 'group-type', 'weekday', 'time', 'agreed-on'],
      hasHeadings: true,
      dateOrder: 'month-first',
    })
    const preview = await world.get('import.preview', { mapping: table.mapping, decisions: [] })
    expect(preview).toMatchObject({
      counts: { members: 2, groups: 1, enrolments: 3 },
      sameCount: 1,
      problemCount: 0,
    })
    expect(await roster()).toEqual(before)
  })

  it('is taken over whole', async () => {
    await taken()
    const { groups, members } = await roster()
    const skills = definitely(groups.find(({ name }) => name === 'Thursday skills'))
    expect(skills).toMatchObject({ type: 'skills', schedule: [{ weekday: 4, time: '17:30' }] })
    expect(skills.agenda.length).toBeGreaterThan(0)
    const names = skills.memberIds.map((id) => members.find((member) => member.id === id)?.preferredName)
    expect(names).toEqual(['Uma Ferrow', 'Ivo Laskan', 'Ana'])
    expect(members.find(({ preferredName }) => preferredName === 'Uma Ferrow')).toMatchObject({
      initials: 'UF',
      chartId: '0901',
      agreedOn: '2026-03-25',
    })
  })

  it('is not taken over at all while one line cannot be', async () => {
    const before = await roster()
    const text = `${csv}\r\n,,Thursday skills,Yoga,,,`
    expect(await commit(text)).toEqual({ stage: 'failed', code: 'import-unsettled' })
    expect(await roster()).toEqual(before)
    expect(await world.get('import.last', {})).toBeNull()
    await taken(text, [{ line: 5, fate: 'left-out' }])
  })

  it('is gone once it was taken over or put away', async () => {
    const { mapping } = await take()
    await world.get('import.forget', {})
    const gone = { ok: false, error: { code: 'not-found' } }
    expect(await world.ask('import.preview', { mapping, decisions: [] })).toEqual(gone)
    await taken()
    expect(await world.ask('import.commit', { mapping, decisions: [] })).toEqual(gone)
  })

  it('that is none is refused', async () => {
    expect(await world.core.run('import.take', { bytes: Buffer.from([0, 1, 2, 3]) })).toEqual({
      ok: false,
      error: { code: 'not-a-table' },
    })
  })

  it('of five thousand members is taken over and taken back', async () => {
    const lines = Array.from({ length: 4_999 }, (_, index) => `Member ${index} Mock,M-${index}`)
    const { importId, counts } = await taken(['Name,Chart', ...lines].join('\n'))
    expect(counts.members).toBe(4_999)
    await world.get('import.undo', { importId })
    expect((await roster()).members).toHaveLength(1)
  })
})

describe('an import is taken back', () => {
  it('whole: the roster is as it was', async () => {
    const before = await roster()
    const { importId } = await taken()
    expect(await world.get('import.last', {})).toMatchObject({ importId, counts: { members: 2 } })
    await world.get('import.undo', { importId })
    expect(await roster()).toEqual(before)
    expect(await world.get('import.last', {})).toBeNull()
    expect(await world.ask('import.undo', { importId })).toMatchObject({ error: { code: 'not-found' } })
  })

  const inUse = { ok: false, error: { code: 'import-in-use' } }

  it('not when somebody was changed since, and then nothing of it', async () => {
    const { importId } = await taken()
    const { members } = await roster()
    const { id, aliases: _, groupIds: __, ...draft } = definitely(members.at(-1))
    await world.get('roster.change-member', { personId: id, draft: { ...draft, chartId: 'X' } })
    const after = await roster()
    expect(await world.ask('import.undo', { importId })).toEqual(inUse)
    expect(await roster()).toEqual(after)
  })

  it('not when somebody has a goal, sits in a prepared session or was put into another group', async () => {
    const { importId } = await taken()
    const { members, groups } = await roster()
    const personId = definitely(members.at(-1)).id
    const { goalId } = await world.get('goals.set', { personId, text: 'Sleep at home', parentId: null })
    expect(await world.ask('import.undo', { importId })).toEqual(inUse)
    await world.get('goals.remove', { goalId })
    const groupId = definitely(groups[0]).id
    await world.get('roster.enrol', { groupId, personId })
    expect(await world.ask('import.undo', { importId })).toEqual(inUse)
    await world.get('roster.withdraw', { groupId, personId })
    const { facilitators } = await roster()
    const { sessionId } = await world.get('session.prepare', {
      groupId: definitely(groups.find(({ name }) => name === 'Thursday skills')).id,
      topic: '',
      leadId: definitely(facilitators[0]).id,
      coLeadIds: [],
      plannedStartMs: null,
    })
    expect(await world.ask('import.undo', { importId })).toEqual(inUse)
    await world.get('session.discard', { sessionId })
    expect(await world.ask('import.undo', { importId })).toEqual(inUse)
  })
})
