import { expect, test } from 'vitest'
import {
  memberName,
  openFollowUps,
  ownerOf,
  ownerWords,
  phaseOfMark,
} from '../../../src/renderer/follow-up/follow-up-view.ts'
import { noteIdSchema } from '../../../src/shared/ids.ts'
import { lastAct } from '../../../src/shared/session/decide.ts'
import { roster, running } from '../renderer-live/people.ts'
import { person } from '../session/arbitraries.ts'
import { act, type Run } from '../session/run.ts'

const marked = act(running, { type: 'mark', personId: person(7), mark: 'risk' })
const mark = marked.state.marks.at(-1)?.seq ?? 0
const noteId = noteIdSchema.parse('00000000-0000-4000-8000-0000000000aa')

function sign(run: Run): Run {
  const commitment = 'a'.repeat(64)
  return act(run, { type: 'close-follow-up', mark, noteId, commitment, signedById: person(0) })
}

test('a follow-up is its lead’s until somebody else is named, and known by the phase of its mark', () => {
  const [followUp] = openFollowUps(marked.state)
  if (followUp === undefined) throw new Error('The mark opened nothing')
  expect(ownerWords(roster, ownerOf(marked.state, followUp))).toBe('you')
  const given = act(marked, { type: 'assign-follow-up', mark, ownerId: person(1) })
  const [now] = openFollowUps(given.state)
  expect(now === undefined ? null : ownerWords(roster, ownerOf(given.state, now))).toBe('Maya Ortiz')
  expect(ownerWords(null, null)).toBe('not named')
  expect(phaseOfMark(marked.state, mark)).toBe('Opening & agreements')
  const late = act(act(running, { type: 'end' }), { type: 'mark', personId: person(7), mark: 'risk' }, 1)
  expect(phaseOfMark(late.state, late.state.marks.at(-1)?.seq ?? 0)).toBe('after the close')
})

test('somebody who is no longer on file is still a person', () => {
  expect(memberName(roster, person(7))).toBe('Fay')
  expect(memberName(roster, person(40))).toBe('Erased member')
})

test('undo stops at a signature and says so; what came after it can still be taken back', () => {
  const signed = sign(marked)
  expect(openFollowUps(signed.state)).toEqual([])
  expect(lastAct(signed.state)).toBeNull()
  expect(act(signed, { type: 'undo' }).refusal).toBe('signed')
  const spoken = act(signed, { type: 'give-floor', personId: person(2) })
  const undone = act(spoken, { type: 'undo' })
  expect(undone.refusal).toBeNull()
  expect(undone.state.floor).toEqual([])
  expect(act(undone, { type: 'undo' }).refusal).toBe('signed')
  // Before the signature undo reached the mark, and the follow-up went with it.
  expect(openFollowUps(act(marked, { type: 'undo' }).state)).toEqual([])
})
