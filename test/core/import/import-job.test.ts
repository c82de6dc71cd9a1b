/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importIdSchema, type GroupId, type PersonId } from '../../../src/shared/ids.ts'
import { importStateSchema, type ImportState } from '../../../src/shared/ipc/import-calls.ts'
import type { Mapping } from '../../../src/shared/import/mapping.ts'
import type { CareAct } from '../../../src/shared/care/care-entry.ts'
import type { Inside } from '../../../src/main/core/dispatch.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { createImportJob } from '../../../src/main/core/import/import-job.ts'
import { indexMember } from '../../../src/main/core/search/member-index.ts'
import { readAll, write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { z } from '../../../src/shared/zod.ts'
import { noFilters } from '../search/no-filters.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'
import { definitely, memberDraft, valueOf } from '../support/world.ts'

const mapping: Mapping = {
  columns: ['name', 'chart-id', 'group'],
  hasHeadings: false,
  dateOrder: 'month-first',
  groupType: 'skills',
}
const cells = [
  ['Uma Ferrow', '0901', 'Thursday skills'],
  ['Ivo Laskan', '0902', 'Thursday skills'],
  ['Ana', '', 'Thursday skills'],
  ['', '', 'Evening circle'],
  ['Şule Öztürk-Bråten', '', ''],
]

let rooms: OpenRooms
let inside: Inside

beforeEach(async () => {
  rooms = await openRooms()
  inside = rooms.enter()
})
afterEach(() => rooms.close())

const roster = async () => valueOf(await inside.calls['roster.read']({}))
const last = async () => valueOf(await inside.calls['import.last']({}))

/** A job whose slices hold one step each, and begin when the test says so. */
function begin(table = cells) {
  const waiting: (() => void)[] = []
  const told: ImportState[] = []
  let nowMs = 0
  let doneCount = 0
  const job = createImportJob({
    record: rooms.vault.record,
    random: systemRandom,
    clock: rooms.clock,
    push: (_, push) => void told.push(importStateSchema.parse(push)),
    isOpen: () => rooms.vault.isOpen(),
    later: (work) => void waiting.push(work),
    now: () => (nowMs += 1_000),
  })
  const lines = table.map((line, index) => ({ line: index + 1, cells: line }))
  job.begin({ importId: importIdSchema.parse(systemRandom.uuid()), lines, mapping, decisions: [] }, () => {
    doneCount += 1
  })
  const step = () => waiting.shift()?.()
  const finish = () => {
    while (waiting.length > 0) step()
    return job.state()
  }
  return { job, told, step, finish, isWaiting: () => waiting.length > 0, doneCount: () => doneCount }
}

function enter(personId: PersonId, act: CareAct) {
  return inside.calls['care.enter']({ personId, act })
}

/** What everybody is found by. */
function searchTexts(): unknown[] {
  const rows = sql`SELECT person_id, text, (SELECT count(*) FROM search_words WHERE rowid = item) AS indexed
    FROM search_text WHERE item < 0 ORDER BY person_id`
  return readAll(rooms.vault.record, rows, z.unknown())
}

describe('an import', () => {
  it('answers calls between its lines, and nobody sees a part of it', async () => {
    const before = await roster()
    const run = begin()
    const counts: number[] = []
    while (run.isWaiting()) {
      expect(await roster()).toEqual(before)
      expect(await last()).toBeNull()
      const state = run.job.state()
      if (state.stage === 'running') counts.push(state.doneCount)
      run.step()
    }
    expect(run.job.state()).toMatchObject({
      stage: 'done',
      done: { counts: { members: 3, groups: 2, enrolments: 3 } },
    })
    // Five lines, two groups, and somebody whose history is looked at.
    expect(counts).toEqual([1, 2, 3, 4, 5, 5, 5, 5])
    expect(run.told.at(-1)).toEqual(run.job.state())
    expect(run.doneCount()).toBe(1)
    expect(await roster()).not.toEqual(before)
  })

  it('keeps what was done meanwhile', async () => {
    const run = begin()
    run.step()
    const personId = definitely(rooms.memberIds[1])
    valueOf(await inside.calls['goals.set']({ personId, text: 'Sleep at home', parentId: null }))
    const sessionId = await rooms.prepare(inside)
    expect(run.finish().stage).toBe('done')
    expect(valueOf(await inside.calls['goals.read']({ personId }))).toHaveLength(1)
    valueOf(await inside.calls['session.discard']({ sessionId }))
  })

  it.each([
    [
      'somebody was renamed',
      (personId: PersonId) => {
        const draft = { ...memberDraft, preferredName: 'Uma Ferrow' }
        return inside.calls['roster.change-member']({ personId, draft })
      },
    ],
    [
      'somebody was discharged',
      (personId: PersonId) =>
        enter(personId, { kind: 'discharged', day: '2026-11-17', reason: 'Moved away' }),
    ],
    [
      'somebody was put on file',
      (_: PersonId, groupId: GroupId) =>
        inside.calls['roster.create-member']({ groupId, draft: { ...memberDraft, preferredName: 'Dot' } }),
    ],
    [
      'the limit of places was lowered',
      async () => {
        const rules = valueOf(await inside.calls['care-rules.read']({}))
        return inside.calls['care-rules.change']({ ...rules, mostMembers: 8 })
      },
    ],
  ])('writes nothing when %s meanwhile', async (_, change) => {
    const run = begin()
    run.step()
    const { groups } = await roster()
    valueOf<unknown>(await change(definitely(rooms.memberIds[0]), definitely(groups[0]).id))
    const changed = await roster()
    expect(run.finish()).toEqual({ stage: 'failed', code: 'import-unsettled' })
    expect(await roster()).toEqual(changed)
    expect(await last()).toBeNull()
    expect(run.doneCount()).toBe(0)
    // Looked at anew, it fits.
    expect(begin([['Nobody Else', 'N-1', '']]).finish().stage).toBe('done')
  })

  it('can be cancelled, and leaves nothing', async () => {
    const before = await roster()
    const run = begin()
    run.step()
    run.job.cancel()
    expect(run.finish()).toEqual({ stage: 'idle' })
    expect(run.told.at(-1)).toEqual({ stage: 'idle' })
    expect(await roster()).toEqual(before)
    expect(await last()).toBeNull()
  })

  it('is gone when the vault is locked in the middle of it', async () => {
    const before = await roster()
    const run = begin()
    run.step()
    run.job.end()
    run.finish()
    expect(await roster()).toEqual(before)
    expect(await last()).toBeNull()
  })

  it('writes nothing when the disk refuses the last row', async () => {
    const before = await roster()
    const texts = searchTexts()
    write(
      rooms.vault.record,
      sql`CREATE TRIGGER full BEFORE INSERT ON imported BEGIN SELECT RAISE(ABORT, 'no more'); END`,
    )
    expect(() => begin().finish()).toThrow('no more')
    expect(await roster()).toEqual(before)
    expect(searchTexts()).toEqual(texts)
  })
})

describe('what an import writes', () => {
  it('is found as if it had been written one by one', async () => {
    begin().finish()
    const texts = searchTexts()
    const { members } = await roster()
    expect(texts).toHaveLength(members.length)
    for (const { id } of members) {
      write(rooms.vault.record, sql`UPDATE search_text SET text = '' WHERE person_id = ${id} AND item < 0`)
      indexMember(rooms.vault.record, id)
    }
    expect(searchTexts()).toEqual(texts)
    const found = valueOf(
      await inside.calls['search.record']({ text: 'ozturk', filters: noFilters, newest: 10 }),
    )
    expect(found.members).toHaveLength(1)
  })

  it('puts those who waited into their group and off its list, and back when it is taken back', async () => {
    const personId = definitely(rooms.memberIds[0])
    begin([['', '', 'Evening circle']]).finish()
    const { groups } = await roster()
    const groupId = definitely(groups.find(({ name }) => name === 'Evening circle')).id
    valueOf(await enter(personId, { kind: 'waiting', groupId, day: '2026-11-17', reason: '' }))
    begin([['Ana', '', 'Evening circle']]).finish()
    const waiting = async () => valueOf(await inside.calls['care.waiting']({ groupId }))
    expect(await waiting()).toEqual([])
    const inGroup = async () => definitely((await roster()).groups.find(({ id }) => id === groupId)).memberIds
    expect(await inGroup()).toEqual([personId])
    const { importId } = definitely(await last())
    valueOf(await inside.calls['import.undo']({ importId }))
    expect(await waiting()).toEqual([{ personId, sinceDay: '2026-11-17' }])
    expect(await inGroup()).toEqual([])
  })

  it('tells first of a group that somebody was in before their days were kept', async () => {
    const personId = definitely(rooms.memberIds[2])
    const { record } = rooms.vault
    write(record, sql`DROP TRIGGER care_entry_is_not_deleted`)
    write(record, sql`DELETE FROM care_entry WHERE person_id = ${personId}`)
    begin([['Cal', '', 'Evening circle']]).finish()
    const entries = valueOf(await inside.calls['care.read']({ personId }))
    expect(entries.map(({ act, enteredAtMs }) => [act.kind, act.day, enteredAtMs === null])).toEqual([
      ['enrolled', null, true],
      ['enrolled', null, false],
    ])
  })
})
