import { describe, expect, test } from 'vitest'
import { handleKey } from '../../../src/renderer/live/handle-key.ts'
import { beginNote, markForWords, markMoment } from '../../../src/renderer/live/mark-note.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { person } from '../session/arbitraries.ts'
import { act } from '../session/run.ts'
import { deskOf } from './desk.ts'
import { roster, running } from './people.ts'

const minute = 60_000
const marked = act(running, { type: 'mark', personId: person(7), mark: 'skill' }, minute)
const nowMs = marked.stamp.wallMs
const noteId = noteIdSchema.parse('00000000-0000-4000-8000-0000000000aa')

describe('words for a mark', () => {
  test('are offered right after it, until they are written or the moment is past', () => {
    expect(markForWords(running.state, nowMs)).toBeNull()
    expect(markForWords(marked.state, nowMs)?.personId).toBe(person(7))
    expect(markForWords(marked.state, nowMs + 16 * minute)).toBeNull()
    expect(markForWords(act(marked, { type: 'undo' }).state, nowMs)).toBeNull()
    const noted = act(marked, { type: 'record-note', noteId, commitment: 'a'.repeat(64) }, minute)
    expect(markForWords(noted.state, nowMs + minute)).toBeNull()
    const kept = act(marked, { type: 'keep-private-note', noteId }, minute)
    expect(markForWords(kept.state, nowMs + minute)).not.toBeNull()
  })

  test('begin with who, what and when, after whatever stands there already, and once', () => {
    const [mark] = marked.state.marks
    if (mark === undefined) throw new Error('No mark was made')
    const moment = markMoment(mark, seatPeople(marked.state, roster, false), 'America/New_York')
    expect(moment).toMatch(/^Fay, skill at \d+:\d\d\s[AP]M$/)
    expect(beginNote('', moment)).toBe(`${moment}: `)
    expect(beginNote('The group is calm. ', moment)).toBe(`The group is calm.\n${moment}: `)
    expect(beginNote(`${moment}: urge surfing`, moment)).toBe(`${moment}: urge surfing`)
  })
})

describe('Alt+M', () => {
  test('goes on in the record’s field with the last mark', () => {
    const desk = deskOf(marked, { side: 'private' })
    handleKey({ type: 'mark-note' }, desk)
    expect(desk.changes[0]?.drafts?.record).toMatch(/^Fay, skill at .*: $/)
    expect(desk.changes.at(-1)).toEqual({ side: 'record', isNoteWanted: true })
  })

  test('names nobody while concealed, and nothing where no mark was made', () => {
    const concealed = deskOf(marked, { isConcealed: true })
    handleKey({ type: 'mark-note' }, concealed)
    expect(concealed.changes).toEqual([{ hint: 'Notes are concealed. Press Esc to see them.' }])
    const unmarked = deskOf(running)
    handleKey({ type: 'mark-note' }, unmarked)
    expect(unmarked.changes).toEqual([{ hint: 'No mark was made yet.' }])
  })
})
