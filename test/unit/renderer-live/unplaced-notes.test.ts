import { expect, test } from 'vitest'
import { unplacedNotes } from '../../../src/renderer/live/unplaced-notes.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { uuid } from '../session/arbitraries.ts'
import { act, actAll } from '../session/run.ts'
import { running } from './people.ts'

const note = (index: number) => ({ noteId: noteIdSchema.parse(uuid('d', index)), text: `Thought ${index}` })
const keep = (index: number) => ({ type: 'keep-private-note', noteId: note(index).noteId }) as const

test('only a note that the log has never known stands nowhere in time', () => {
  const kept = act(running, keep(1))
  expect(unplacedNotes(kept.state, [note(1), note(2)])).toEqual([note(2)])
  expect(unplacedNotes(running.state, [])).toEqual([])
})

test('an undone note is not shown as one', () => {
  const undone = actAll(running, [0, keep(1)], [0, { type: 'undo' }])
  expect(undone.state.notes).toEqual([])
  expect(unplacedNotes(undone.state, [note(1)])).toEqual([])
})
