import { expect, test } from 'vitest'
import { movedNotes } from '../../../src/renderer/private/moved-notes.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { uuid } from '../session/arbitraries.ts'
import { act, actAll } from '../session/run.ts'
import { running } from './people.ts'

const noteId = (index: number) => noteIdSchema.parse(uuid('d', index))
const commitment = 'a'.repeat(64)

test('a private note counts as moved while words of it stand in the record', () => {
  const moved = actAll(
    running,
    [0, { type: 'keep-private-note', noteId: noteId(1) }],
    [0, { type: 'keep-private-note', noteId: noteId(2) }],
    [0, { type: 'move-note', fromId: noteId(1), noteId: noteId(3), commitment }],
  )
  expect([...movedNotes(moved.state)]).toEqual([noteId(1)])
  const undone = act(moved, { type: 'undo' })
  expect([...movedNotes(undone.state)]).toEqual([])
  expect(undone.state.notes.map((note) => note.noteId)).toEqual([noteId(1), noteId(2)])
})
