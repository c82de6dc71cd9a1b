/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { personIdSchema, savedViewIdSchema, type SessionId } from '../../../src/shared/ids.ts'
import type { InputOf } from '../../../src/shared/ipc/contract.ts'
import { notesDone } from '../../../src/shared/record/notes-done.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import { overdueCount, unsignedCount } from '../../../src/shared/review/notes-state.ts'
import { readRows } from '../../../src/shared/review/rows-text.ts'
import { anySession, type SavedView } from '../../../src/shared/review/session-view.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import {
  createOpenWorld,
  definitely,
  prepareSession,
  startSession,
  type Prepared,
  type World,
} from '../support/world.ts'

const hourMs = 3_600_000
let world: World

beforeEach(async () => {
  world = await createOpenWorld()
})
afterEach(() => world.close())

async function rows(newest: number | null = null) {
  return readRows(await world.get('session-review.rows', { newest }))
}

async function hold(memberCount = 3): Promise<Prepared> {
  const session = await startSession(world, memberCount)
  world.clock.pass(1.5 * hourMs)
  await session.act({ type: 'end' })
  return session
}

function sign({ sessionId }: Prepared, personId: Prepared['leadId'] | undefined) {
  const overridden: InputOf<'note.sign'>['overridden'] = [
    'names',
    'copied',
    'judgement',
    'missing',
    'private-only',
  ]
  return world.get('note.sign', { sessionId, personId: definitely(personId), overridden })
}

async function stateOf(sessionId: SessionId) {
  return foldAll(readLog((await world.get('session.open', { sessionId })).log))
}

function viewOf(name: string, search = ''): SavedView {
  return {
    viewId: savedViewIdSchema.parse(crypto.randomUUID()),
    name,
    view: {
      filters: { ...anySession, since: '2026-09-01', notes: 'to-finish' },
      sorting: [
        { id: 'notes', desc: false },
        { id: 'date', desc: true },
      ],
      columns: ['date', 'topic', 'notes'],
      search,
    },
  }
}

async function readTable(input: InputOf<'export.session-table'>) {
  const file = await world.get('export.session-table', input)
  const path = join(world.paths.exportsDir, file.fileName)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  return { file, table: parseCsv(readFileSync(path, 'utf8').slice(1)) }
}

describe('the rows of the table of sessions', () => {
  it('are of sessions that have ended, newest first, as many as are asked for', async () => {
    const first = await hold()
    world.clock.pass(24 * hourMs)
    const second = await hold()
    await prepareSession(world)
    await startSession(world)
    expect((await rows()).map(({ sessionId }) => sessionId)).toEqual([second.sessionId, first.sessionId])
    expect((await rows(1)).map(({ sessionId }) => sessionId)).toEqual([second.sessionId])
    expect((await rows())[1]).toMatchObject({
      groupId: first.groupId,
      groupType: 'relapse-prevention',
      number: 1,
      topic: 'High-risk evenings',
      leadId: first.leadId,
      isFromPaper: false,
      plannedMinutes: 90,
      elapsedMs: 1.5 * hourMs,
      memberCount: 3,
      presentCount: 3,
      signedCount: 0,
      riskCount: 0,
    })
  })

  it('count notes and what is late as the log itself does, at every stage of the record', async () => {
    const session = await startSession(world, 4)
    const [ana, ben] = session.memberIds
    await session.act({ type: 'mark', personId: definitely(ana), mark: 'risk' })
    world.clock.pass(1.5 * hourMs)
    await session.act({ type: 'end' })
    const agree = async () => {
      const row = definitely((await rows())[0])
      const now = world.clock.read()
      const done = notesDone(await stateOf(session.sessionId), defaultRecordRules, now.zone, now.wallMs)
      expect({
        owedCount: row.presentCount,
        signedCount: row.signedCount,
        awaitingCount: row.awaitingCount,
        overdueCount: overdueCount(row, defaultRecordRules, now),
      }).toEqual({
        owedCount: done.owedCount,
        signedCount: done.signedCount,
        awaitingCount: done.awaitingCount,
        overdueCount: done.overdueCount,
      })
      expect(unsignedCount(row)).toBe(done.owedCount - done.signedCount)
      return row
    }
    expect(await agree()).toMatchObject({ riskUnsignedCount: 1, riskCount: 1, openFollowUpCount: 1 })
    world.clock.pass(25 * hourMs)
    expect(overdueCount(await agree(), defaultRecordRules, world.clock.read())).toBe(1)
    await sign(session, ana)
    expect(await agree()).toMatchObject({ riskUnsignedCount: 0, signedCount: 1 })
    await world.get('roster.set-co-signing', {
      personId: session.leadId,
      needsCoSignature: true,
      mayCoSign: false,
    })
    await sign(session, ben)
    expect(await agree()).toMatchObject({ signedCount: 2, awaitingCount: 1 })
    world.clock.pass(10 * 24 * hourMs)
    expect(overdueCount(await agree(), defaultRecordRules, world.clock.read())).toBe(2)
  })

  it('are told apart by a member who came or was expected', async () => {
    const first = await hold(2)
    world.clock.pass(24 * hourMs)
    const second = await hold(2)
    await startSession(world)
    const ofMember = (personId: Prepared['leadId'] | undefined) =>
      world.get('session-review.of-member', { personId: definitely(personId) })
    expect(await ofMember(first.memberIds[0])).toEqual([first.sessionId])
    expect(await ofMember(second.memberIds[1])).toEqual([second.sessionId])
    expect(await ofMember(personIdSchema.parse(crypto.randomUUID()))).toEqual([])
  })

  it('wait while the names are concealed', async () => {
    const { memberIds } = await hold()
    await world.get('conceal.begin', {})
    const concealed = { ok: false, error: { code: 'concealed' } }
    expect(await world.ask('session-review.rows', { newest: null })).toEqual(concealed)
    const personId = definitely(memberIds[0])
    expect(await world.ask('session-review.of-member', { personId })).toEqual(concealed)
    expect(await world.ask('session-review.views', {})).toEqual(concealed)
  })
})

describe('views under a name', () => {
  it('are kept in their order, renamed, removed and brought back', async () => {
    expect(await world.get('session-review.views', {})).toEqual([])
    const views = [viewOf('Mine'), viewOf('אבל', 'walk home')]
    await world.get('session-review.save-views', { views })
    expect(await world.get('session-review.views', {})).toEqual(views)
    const [first, second] = views.map((view) => ({ ...view, name: `${view.name} 2` }))
    await world.get('session-review.save-views', { views: [definitely(second), definitely(first)] })
    expect(await world.get('session-review.views', {})).toEqual([second, first])
    await world.get('session-review.save-views', { views: [definitely(second)] })
    await world.get('session-review.save-views', { views: [definitely(second), definitely(first)] })
    expect(await world.get('session-review.views', {})).toEqual([second, first])
  })

  it('ask for no member where they are from before one could', async () => {
    const { view, ...named } = viewOf('Mine')
    const { personId, ...filters } = view.filters
    expect(personId).toBeNull()
    await world.get('session-review.save-views', { views: [{ ...named, view: { ...view, filters } }] })
    expect(await world.get('session-review.views', {})).toEqual([{ ...named, view }])
  })

  it('are whole or not at all', async () => {
    const view = viewOf('Mine')
    await world.get('session-review.save-views', { views: [view] })
    const refused = { ok: false, error: { code: 'bad-input' } }
    const ask = (views: InputOf<'session-review.save-views'>['views']) =>
      world.ask('session-review.save-views', { views })
    expect(await ask([view, view])).toMatchObject(refused)
    expect(await ask([{ ...view, name: ' ' }])).toMatchObject(refused)
    expect(await ask(Array.from({ length: 13 }, (_, index) => viewOf(`View ${index}`)))).toMatchObject(
      refused,
    )
    expect(await world.get('session-review.views', {})).toEqual([view])
  })
})

describe('the table of sessions as a file', () => {
  it('has the columns that are shown, in the order that is shown, and names no member', async () => {
    const first = await hold(3)
    world.clock.pass(24 * hourMs)
    const second = await hold(2)
    await sign(second, second.memberIds[0])
    const { file, table } = await readTable({
      sessionIds: [first.sessionId, second.sessionId],
      columns: ['date', 'group', 'type', 'topic', 'facilitator', 'members', 'minutes', 'notes'],
    })
    expect(file).toMatchObject({ kind: 'session-table', sessionId: null, personId: null })
    expect(file.fileName).toMatch(/^2026-11-25-[0-9A-Z]{4}-sessions\.csv$/)
    const [headings, ...lines] = table
    expect(headings).toEqual([
      'Date',
      'Start',
      'Group',
      'Type',
      'Topic',
      'Led by',
      'Members who came',
      'Members expected',
      'Minutes taken',
      'Minutes planned',
      'Notes',
      'Notes to sign',
      'Notes overdue',
      'Notes to co-sign',
      'Notes addended',
    ])
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      ['2026-11-24', '12:00'],
      ['2026-11-25', '13:30'],
    ])
    expect(lines[1]?.slice(3)).toEqual([
      'Relapse prevention',
      'High-risk evenings',
      'Dana Reyes',
      '2',
      '2',
      '90',
      '90',
      'in draft',
      '1',
      '0',
      '0',
      '0',
    ])
    expect(table.flat().join(' ')).not.toContain('Member 1')
    const turned = await readTable({ sessionIds: [second.sessionId, first.sessionId], columns: ['number'] })
    expect(turned.table).toEqual([['Session'], ['1'], ['1']])
    expect((await world.get('export.list-all', {})).map(({ kind }) => kind)).toEqual([
      'session-table',
      'session-table',
    ])
  })

  it('is of ended sessions alone, and all or nothing', async () => {
    const ended = await hold()
    const running = await startSession(world)
    expect(
      await world.ask('export.session-table', {
        sessionIds: [ended.sessionId, running.sessionId],
        columns: ['date'],
      }),
    ).toEqual({ ok: false, error: { code: 'not-found' } })
    expect(await world.get('export.list-all', {})).toEqual([])
  })
})
