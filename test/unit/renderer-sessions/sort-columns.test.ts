import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnsOf } from '../../../src/renderer/sessions/sort-columns.ts'
import { shownSessions, type ShownSession } from '../../../src/renderer/sessions/shown-session.ts'
import { defaultRecordRules } from '../../../src/shared/record/record-rules.ts'
import type { SessionColumn } from '../../../src/shared/review/session-view.ts'
import { endedRow } from '../review/session-rows.ts'

const now = { wallMs: Date.UTC(2026, 10, 24), zone: 'America/Chicago' }
const nobody = { groups: [], facilitators: [] }

function shown(rows: readonly ReturnType<typeof endedRow>[]): readonly ShownSession[] {
  return shownSessions(rows, nobody, { rules: defaultRecordRules, now })
}

/** In November. */
function day(count: number): number {
  return Date.UTC(2026, 10, count)
}

/** Sorts as the table does, whose rows hand over what they show. */
function sorted(sessions: readonly ShownSession[], id: SessionColumn): readonly ShownSession[] {
  const column = columnsOf(sessions).find((one) => one.id === id)
  const compare = column?.sortFn
  if (typeof compare !== 'function') throw new Error('a column that does not sort')
  // What the table adds to a row plays no part in our own comparisons.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const rowOf = (original: ShownSession) => ({ original }) as Parameters<typeof compare>[0]
  return sessions.toSorted((a, b) => compare(rowOf(a), rowOf(b), id))
}

it('sorts topics as a person reads them, and those without one last', () => {
  const topics = ['Éclair', '', 'zoo', 'apple', 'Session 10', 'Session 9', 'apple']
  const order = sorted(shown(topics.map((topic) => endedRow({ topic }))), 'topic')
  expect(order.map(({ row }) => row.topic)).toEqual([
    'apple',
    'apple',
    'Éclair',
    'Session 9',
    'Session 10',
    'zoo',
    '',
  ])
})

it('sorts notes by what presses most, and of that by what waits longest', () => {
  const rows = [
    endedRow({ topic: 'signed', endedAtMs: day(23) }),
    endedRow({ topic: 'addended', endedAtMs: day(23), amendedCount: 1 }),
    endedRow({ topic: 'awaiting', endedAtMs: day(23), awaitingCount: 1 }),
    endedRow({ topic: 'late', endedAtMs: day(10), signedCount: 1 }),
    endedRow({ topic: 'draft', endedAtMs: day(23), signedCount: 1 }),
    endedRow({ topic: 'later', endedAtMs: day(5), signedCount: 9 }),
    endedRow({ topic: 'nobody', presentCount: 0, signedCount: 0 }),
  ]
  expect(sorted(shown(rows), 'notes').map(({ row }) => row.topic)).toEqual([
    'later',
    'late',
    'draft',
    'awaiting',
    'addended',
    'signed',
    'nobody',
  ])
})

it('puts words in the order of the collator, however often they come', () => {
  const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 40 }),
      (topics) => {
        const order = sorted(shown(topics.map((topic) => endedRow({ topic }))), 'topic')
        for (const [at, { row }] of order.entries()) {
          const next = order[at + 1]
          if (next !== undefined) expect(byName.compare(row.topic, next.row.topic)).toBeLessThanOrEqual(0)
        }
      },
    ),
  )
})
