import { expect, test } from 'vitest'
import { concealOf } from '../../../src/renderer/live/conceal-of.ts'
import { concealPhases } from '../../../src/renderer/live/conceal-phases.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { undoWords } from '../../../src/renderer/live/undo-words.ts'
import { viewAtFirst, type LiveView } from '../../../src/renderer/live/use-live-view.ts'
import { measureIdSchema, phaseIdSchema, type PersonId } from '../../../src/shared/ids.ts'
import { person } from '../session/arbitraries.ts'
import { act } from '../session/run.ts'
import { roster, running } from './people.ts'

const talk = {
  id: phaseIdSchema.parse('00000000-0000-4000-8000-00000000aaaa'),
  name: 'A talk with ana',
  kind: 'plain',
  minutes: 5,
  minimumMinutes: 5,
  isProtected: false,
} as const
const withTalk = act(running, { type: 'insert-phase', phase: talk, beforePhaseId: null })

test('concealed, a phase that is called after somebody has its number, and the others their names', () => {
  const names = concealPhases(withTalk.state, roster).phases.map(({ name }) => name)
  expect(names).toEqual([...running.state.phases.map(({ name }) => name), `Phase ${names.length}`])
})

test('concealed, somebody who is not here gives no phase away', () => {
  const isElsewhere = { ...withTalk.state, people: [] }
  expect(concealPhases(isElsewhere, roster).phases.at(-1)?.name).toBe(talk.name)
})

test('as long as no name is known, every phase has its number', () => {
  const names = concealPhases(withTalk.state, null).phases.map(({ name }) => name)
  expect(names).toEqual(names.map((_, index) => `Phase ${index + 1}`))
})

test('what undo would take back names neither that phase nor a number that somebody gave', () => {
  const seated = seatPeople(withTalk.state, roster, true)
  expect(undoWords(withTalk.state, seated, false)).toBe('A talk with ana put in')
  expect(undoWords(concealPhases(withTalk.state, roster), seated, true)).toMatch(/^Phase \d+ put in$/)
  const asked = act(running, {
    type: 'record-check-in',
    personId: person(2),
    moment: 'start',
    measureId: measureIdSchema.parse('6d6f6f64-0000-4000-8000-000000000002'),
    value: 9,
  })
  expect(asked.refusal).toBeNull()
  expect(undoWords(asked.state, seated, true)).toBe('last act')
})

test('a line that spoke of the cover goes with it, and what hides nobody may stay', () => {
  const changes: Partial<LiveView>[] = []
  const menus: (PersonId | null)[] = []
  const coverOver = (sheet: LiveView['sheet']) =>
    concealOf(
      { isConcealed: false, sheet },
      (change) => changes.push(typeof change === 'function' ? change(viewAtFirst) : change),
      (personId) => menus.push(personId),
    )
  coverOver('palette').onConceal()
  coverOver(null).onReveal()
  coverOver('safety').onConceal()
  expect(menus).toEqual([null, null])
  expect(changes).toEqual([
    expect.objectContaining({ isConcealed: true, sheet: null, hint: null, followUpMark: null }),
    { isConcealed: false, hint: null },
    expect.objectContaining({ isConcealed: true, sheet: 'safety' }),
  ])
})
