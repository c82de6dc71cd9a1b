import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupIdSchema, personIdSchema } from '../../../src/shared/ids.ts'
import { importFieldSchema, type ImportField, type Mapping } from '../../../src/shared/import/mapping.ts'
import { planImport, type Decision } from '../../../src/shared/import/plan-import.ts'
import type { OnFile } from '../../../src/shared/import/roster-ahead.ts'

const ana = personIdSchema.parse('00000000-0000-4000-8000-00000000000a')
const tuesday = groupIdSchema.parse('00000000-0000-4000-8000-0000000000f1')
const onFile: OnFile = {
  members: [{ id: ana, preferredName: 'Ana Beispiel', initials: 'AB', chartId: '0417', hasLeft: false }],
  groups: [{ id: tuesday, name: 'Tuesday evening', capacity: 2, isClosed: false, memberIds: [ana] }],
}

function plan(
  columns: readonly (ImportField | null)[],
  rows: readonly (readonly string[])[],
  decisions: readonly Decision[] = [],
) {
  const mapping: Mapping = {
    columns: [...columns],
    hasHeadings: true,
    dateOrder: 'month-first',
    groupType: 'support',
  }
  const table = rows.map((cells, index) => ({ line: index + 2, cells }))
  return planImport(table, onFile, {
    mapping,
    decisions,
    mostMembers: 12,
    fits: (_, minutes) => minutes >= 30,
  })
}

describe('who a line is', () => {
  it('is known by the number of their chart, whatever the name', () => {
    const { lines, members } = plan(['name', 'chart-id'], [['A. Beispiel', '0417']])
    expect(lines).toMatchObject([{ fate: 'same', match: { personId: ana, byChart: true } }])
    expect(members).toEqual([])
  })

  it('is known by their name where no two numbers speak against it', () => {
    expect(plan(['name', 'chart-id'], [['ANA  BEISPIEL', '']]).lines).toMatchObject([{ fate: 'same' }])
    expect(plan(['name', 'chart-id'], [['Ana Beispiel', '0999']]).lines).toMatchObject([
      { fate: 'new', match: null },
    ])
  })

  it('can be the member of an earlier line', () => {
    const { lines, members, enrolments } = plan(
      ['name', 'group'],
      [
        ['Uma Ferrow', 'Skills'],
        ['uma ferrow', 'Process'],
      ],
    )
    expect(lines).toMatchObject([{ fate: 'new' }, { fate: 'same', match: { line: 2 } }])
    expect(members).toHaveLength(1)
    expect(enrolments).toEqual([
      { person: { line: 2 }, group: { newGroup: 0 } },
      { person: { line: 2 }, group: { newGroup: 1 } },
    ])
  })

  it('is as a person decides, where that is possible', () => {
    const rows = [['Ana Beispiel'], ['Uma Ferrow']]
    const { lines, members } = plan(['name'], rows, [
      { line: 2, fate: 'new' },
      { line: 3, fate: 'same' },
    ])
    expect(lines.map(({ fate }) => fate)).toEqual(['new', 'new'])
    expect(members.map(({ draft }) => draft.preferredName)).toEqual(['Ana Beispiel', 'Uma Ferrow'])
  })
})

describe('groups of a table', () => {
  it('are made once, meet on each day that a line names, and have their type’s length', () => {
    const { groups } = plan(
      ['group', 'group-type', 'weekday', 'time'],
      [
        ['Skills', 'Skills', 'Mon', '10:00'],
        ['skills', 'Skills', 'Thu', '10:00'],
        ['Skills', 'Skills', 'Mon', '10:00'],
      ],
    )
    expect(groups).toMatchObject([
      { name: 'Skills', type: 'skills', lengthMinutes: 120, schedule: [{ weekday: 1 }, { weekday: 4 }] },
    ])
  })

  it('that are on file stay as they are, and are filled to their places', () => {
    const { groups, lines } = plan(
      ['name', 'group', 'weekday', 'time'],
      [
        ['Uma Ferrow', 'tuesday EVENING', 'Mon', '10:00'],
        ['Ivo Laskan', 'Tuesday evening', '', ''],
      ],
    )
    expect(groups).toEqual([])
    expect(lines.map(({ problems }) => problems)).toEqual([[], ['group-full']])
  })

  it('whose phases do not fit are said so', () => {
    expect(plan(['group', 'length'], [['Short', '20']]).lines).toMatchObject([
      { problems: ['agenda-over-length'] },
    ])
  })
})

it('what cannot be read is said of its column, and of a line that is left out nothing', () => {
  const columns = ['name', 'role', 'agreed-on', 'group', 'weekday', 'time'] as const
  const rows = [
    ['Uma Ferrow', 'doctor', '31/31/2026', 'Skills', 'someday', '18:00'],
    ['', '', '', '', '', ''],
  ]
  expect(plan(columns, rows).lines.map(({ problems }) => problems)).toEqual([
    ['role', 'agreed-on', 'weekday'],
    ['nothing'],
  ])
  expect(plan(columns, rows, [{ line: 2, fate: 'left-out' }]).lines[0]).toMatchObject({
    fate: 'left-out',
    problems: [],
  })
})

it('whatever the table holds, what is made can be kept, and no group is over its places', () => {
  const cell = fc.oneof(
    fc.constantFrom('Ana Beispiel', '0417', 'Tuesday evening', 'skills', 'Mon', '18:00', '2026-01-05', '12'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  const columns = fc.shuffledSubarray([...importFieldSchema.options], { minLength: 1 })
  fc.assert(
    fc.property(
      columns.chain((fields) =>
        fc.tuple(fc.constant(fields), fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 })),
      ),
      ([fields, rows]) => {
        const { lines, members, groups, enrolments } = plan(fields, rows)
        expect(lines).toHaveLength(rows.length)
        const clean = new Set(lines.filter(({ problems }) => problems.length === 0).map(({ line }) => line))
        for (const { line, draft } of members) {
          expect(clean.has(line)).toBe(true)
          expect(draft.initials).not.toBe('')
        }
        const places = Map.groupBy(enrolments, ({ group }) =>
          'newGroup' in group ? group.newGroup : group.groupId,
        )
        for (const [group, people] of places) {
          const capacity = typeof group === 'number' ? (groups[group]?.capacity ?? 0) : 1
          expect(people.length).toBeLessThanOrEqual(capacity)
        }
        expect(new Set(groups.map(({ name }) => name.toLowerCase())).size).toBe(groups.length)
      },
    ),
  )
})
