import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectSession } from '../../../src/main/core/session/projection.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { readLiveSession } from '../../../src/main/core/session/live-session.ts'
import { listSessions } from '../../../src/main/core/session/session-repository.ts'
import { verifyAll } from '../../../src/main/core/session/verify.ts'
import type { OutputOf } from '../../../src/shared/ipc/contract.ts'
import { renewalStepSchema } from '../../../src/shared/ipc/key-calls.ts'
import type { Foreseen } from '../../../src/shared/ipc/retention-calls.ts'
import { fail } from '../../../src/shared/result.ts'
import { leftOutSentence } from '../../../src/shared/record/guards/clear-names.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { definitely, passphrase, valueOf } from '../support/world.ts'
import { rebuildAll } from '../support/rebuild-all.ts'
import {
  atTheTables,
  canary,
  createKeptWorld,
  eraseGone,
  letYearsPass,
  plainPages,
  type KeptWorld,
} from './kept-world.ts'

let kept: KeptWorld
let foreseen: Foreseen
let erased: OutputOf<'retention.erase'>
let before: Awaited<ReturnType<typeof readStaying>>
let words: readonly string[]

/** What everybody can still read of whoever stays. */
async function readStaying({ world, stayingId: personId, shared: { sessionId, groupId } }: KeptWorld) {
  return {
    review: await world.get('member.review', { personId }),
    notes: await world.get('member.notes', { personId }),
    texts: await world.get('member.signed-texts', { personId, sessionId }),
    hours: await world.get('hours.of-member', { personId }),
    goals: await world.get('goals.read', { personId }),
    care: await world.get('care.read', { personId }),
    scales: await world.get('scales.read', { personId }),
    followUps: await world.get('scale-follow-up.of-member', { personId }),
    group: await world.get('group-review.read', { groupId, weeks: 12 }),
    shared: (await world.get('debrief.read', { sessionId })).shared,
    privateNotes: await world.get('session.private-notes', { sessionId }),
  }
}

/** The canary's own words, as whoever typed them would look for them. */
function wordsIn(pages: Buffer): string[] {
  return [...new Set(pages.toString('latin1').match(new RegExp(`[a-z]*${canary}`, 'giu')))].map((word) =>
    word.toLowerCase(),
  )
}

beforeAll(async () => {
  kept = await createKeptWorld()
  const { world } = kept
  await world.get('vault.lock', {})
  words = wordsIn(Buffer.concat([await plainPages(world, 'record'), await plainPages(world, 'private')]))
  letYearsPass(world, 10)
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  before = await readStaying(kept)
  foreseen = await world.get('retention.foresee', { personIds: [kept.goneId] })
  erased = valueOf(await eraseGone(kept))
})
afterAll(() => kept.world.close())

it('the chart was full of words', () => {
  expect(words.length).toBeGreaterThan(30)
})

it('leaves no word of an erased chart in any page of the record, in free ones neither, nor in its log', async () => {
  const { world } = kept
  await world.get('vault.lock', {})
  expect(wordsIn(await plainPages(world, 'record'))).toEqual([])
  expect(wordsIn(await plainPages(world, 'private'))).toEqual([])
  expect(readdirSync(world.paths.vaultDir).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
})

it('takes what it foresaw: a session that nobody else was in, and files where they lie as written', () => {
  expect(foreseen).toEqual({
    chartCount: 1,
    sessionCount: 1,
    sharedSessionCount: 1,
    textCount: erased.textCount,
    privateNoteCount: 1,
    disclosureCount: 1,
    fileCount: 1,
    strayFileCount: 0,
  })
  expect(erased).toMatchObject({
    chartCount: 1,
    sessionCount: 1,
    fileCount: 1,
    erasedById: kept.shared.leadId,
  })
  expect(existsSync(join(kept.world.paths.exportsDir, kept.file.fileName))).toBe(false)
})

it('changes no word and no number of anybody else', async () => {
  expect(await readStaying(kept)).toEqual(before)
})

it('leaves logs that verify-log finds whole, and tables that equal a fresh fold and a rebuild', async () => {
  const { sessionId } = kept.shared
  await atTheTables(kept.world, ({ record }) => {
    expect(verifyAll(record).map(({ firstBreak }) => firstBreak)).toEqual([null])
    const tables = () => [readProjection(record, sessionId), listSessions(record)]
    const now = tables()
    expect(now[0]).toEqual(projectSession(definitely(readLiveSession(record, sessionId))))
    rebuildAll(record)
    expect(tables()).toEqual(now)
  })
})

it('tells in the log of a session that stays whose chart is gone, and of which texts', async () => {
  const { world, goneId, shared } = kept
  const { log } = await world.get('session.open', { sessionId: shared.sessionId })
  const { type, ...told } = definitely(readLog(log).at(-1)).body
  expect(type).toBe('chart.erased')
  // A note, its addendum and one follow-up.
  expect(told).toEqual({
    personId: goneId,
    noteIds: [expect.any(String), expect.any(String), expect.any(String)],
  })
  const state = foldAll(readLog(log))
  expect(state.erasedIds).toEqual([goneId])
  expect(state.people.find(({ personId }) => personId === goneId)).toMatchObject({ turns: 1 })
  expect(state.marks.filter(({ personId }) => personId === goneId)).toHaveLength(3)
})

it('leaves nothing to do about somebody who has no name', async () => {
  const { world, goneId, shared } = kept
  expect((await world.get('follow-up.list-open', {})).filter(({ personId }) => personId === goneId)).toEqual(
    [],
  )
  const row = (await world.get('session.current', {})).find(({ sessionId }) => sessionId === shared.sessionId)
  expect(row).toMatchObject({ presentCount: 2, signedCount: 2, hasRiskUnsigned: false })
  const sign = { sessionId: shared.sessionId, personId: goneId, overridden: [] }
  expect((await world.ask('note.sign', sign)).ok).toBe(false)
  const mark = { type: 'mark', personId: goneId, mark: 'shared' } as const
  expect(await world.ask('session.act', { sessionId: shared.sessionId, command: mark })).toEqual(
    fail({ code: 'refused', refusal: 'chart-erased' }),
  )
})

it('gives no number of a group twice', async () => {
  const { world, alone } = kept
  const plan = {
    groupId: alone.groupId,
    topic: '',
    leadId: alone.leadId,
    coLeadIds: [],
    plannedStartMs: null,
  }
  const { sessionId } = await world.get('session.prepare', plan)
  const rows = await world.get('session.current', {})
  expect(rows.find((row) => row.sessionId === sessionId)?.number).toBe(2)
  await world.get('session.discard', { sessionId })
})

it('says that it was done, when and by whom, and nothing of what it was', async () => {
  const { world, goneId } = kept
  const report = await world.get('retention.report', {})
  expect(report.erasures).toEqual([erased])
  expect(report.destructions).toMatchObject([{ sessionCount: 1, noteCount: 1 }])
  expect(report.charts.map(({ personId }) => personId)).not.toContain(goneId)
  expect(report.holds).toEqual([])
  const told = world.pushed.flatMap((one) => (one.name === 'keys.renewal-changed' ? [one.push] : []))
  const steps = told.flatMap((state) => (state.stage === 'running' ? [state.step] : []))
  const inOrder = steps.filter((step, index) => step !== steps[index - 1])
  // First private.db, then the record.
  expect(inOrder).toEqual([...renewalStepSchema.options, ...renewalStepSchema.options])
  expect(told.at(-1)).toEqual({ stage: 'done', act: 'erase' })
})

it('every page that was about them is still answered, or says that there is nothing', async () => {
  const { world, goneId: personId, shared, alone } = kept
  const { sessionId, groupId } = shared
  const answered = await Promise.all([
    world.ask('debrief.read', { sessionId }),
    world.ask('note.list', { sessionId }),
    world.ask('session-page.beside', { sessionId }),
    world.ask('session.baselines', { sessionId }),
    world.ask('measures.last', { sessionId }),
    world.ask('comments.list', { sessionId }),
    world.ask('follow-up.closings', { sessionId }),
    world.ask('seats.read', { sessionId }),
    world.ask('group-review.read', { groupId, weeks: 12 }),
    world.ask('group-review.read', { groupId: alone.groupId, weeks: 12 }),
    world.ask('access.list', { beforeSeq: null, personId }),
    world.ask('disclosures.list', { personId: null }),
    world.ask('export.list-all', {}),
    world.ask('export.note-bundles', { sessionId }),
    world.ask('export.attendance-table', { sessionId, naming: 'names' }),
    world.core.run('export.facts', { sessionId }),
    world.core.run('export.de-identified-facts', { sessionId }),
    world.core.run('export.attendance-facts', { sessionId, naming: 'names' }),
    world.core.run('export.supervision-facts', { sessionId }),
    world.core.run('export.disclosure-facts', { personId: null }),
    world.core.run('export.note-people', { sessionId }),
  ])
  expect(answered.filter(({ ok }) => !ok)).toEqual([])
  const notFound = await Promise.all([
    world.ask('member.review', { personId }),
    world.ask('member.notes', { personId }),
    world.ask('care.read', { personId }),
    world.ask('retention.of-member', { personId }),
    world.ask('session.open', { sessionId: alone.sessionId }),
    world.ask('debrief.read', { sessionId: alone.sessionId }),
  ])
  expect(notFound).toEqual(notFound.map(() => fail({ code: 'not-found' })))
})

it('in summaries without names no text stands that could hold a name which nobody has on file any more', async () => {
  const { world, shared } = kept
  const { sessionId } = shared
  const { facts } = valueOf(await world.core.run('export.de-identified-facts', { sessionId }))
  const told = valueOf(await world.core.run('export.supervision-facts', { sessionId })).facts
  expect(JSON.stringify([facts, told])).not.toContain('plainword')
  expect(facts).toMatchObject({ topic: null, groupProcess: null, plan: '' })
  expect(told).toMatchObject({ topic: null, groupProcess: leftOutSentence, plan: '' })
})
