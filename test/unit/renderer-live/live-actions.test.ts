import { expect, test } from 'vitest'
import { handleKey } from '../../../src/renderer/live/handle-key.ts'
import { matchActions } from '../../../src/renderer/palette/match-actions.ts'
import { person } from '../session/arbitraries.ts'
import { actAll, type Run } from '../session/run.ts'
import { actionsOf, choose, deskOf } from './desk.ts'
import { names, prepared, running } from './people.ts'

const ended = actAll(running, [0, { type: 'end' }])

test('before the start people come in, and nothing is offered that the session would refuse', () => {
  const offered = actionsOf(prepared).map(({ name }) => name)
  expect(offered).toContain('Start the session')
  expect(offered).toContain('Everyone is here')
  expect(offered).toContain('Ana: excused')
  expect(offered).not.toContain('Pause')
  expect(offered).not.toContain('Mark Ana')
  expect(offered).toContain('Today')
})

test('while it runs, the floor, the marks and the time are there', () => {
  const desk = deskOf(running)
  choose(desk, 'Give the floor to Ben')
  expect(desk.live.picked.read().selectedId).toBe(person(3))
  choose(desk, 'Mark Ana', 'Skill')
  choose(desk, 'Break')
  choose(desk, '5 minutes more')
  choose(desk, 'Cal: steps out')
  expect(desk.commands).toEqual([
    { type: 'mark', personId: person(2), mark: 'skill' },
    { type: 'pause', kind: 'break' },
    { type: 'extend-phase', minutes: 5 },
    { type: 'step-out', personId: person(4) },
  ])
})

function pressBreak(run: Run) {
  const desk = deskOf(run)
  handleKey({ type: 'break' }, desk)
  return { commands: desk.commands, hints: desk.changes.map(({ hint }) => hint) }
}

test('one key begins a break and ends it; a pause stays a pause', () => {
  const [onBreak, paused] = (['break', 'pause'] as const).map((kind) =>
    actAll(running, [0, { type: 'pause', kind }]),
  )
  if (onBreak === undefined || paused === undefined) throw new Error('both were asked for')
  expect(pressBreak(running).commands).toEqual([{ type: 'pause', kind: 'break' }])
  expect(pressBreak(onBreak).commands).toEqual([{ type: 'resume' }])
  expect(pressBreak(paused)).toEqual({ commands: [], hints: ['The session is paused. P goes on.'] })
})

test('leaving a phase out asks why', () => {
  const phase = running.state.phases.find(({ status }) => status === 'ahead')
  const desk = deskOf(running)
  choose(desk, `Leave out ${phase?.name}`, 'Already covered')
  expect(desk.commands).toEqual([{ type: 'skip-phase', phaseId: phase?.id, reason: 'already-covered' }])
})

test('a closed session takes marks, notes and undo, and nothing else of the room', () => {
  const offered = actionsOf(ended).map(({ name }) => name)
  expect(offered).toEqual(expect.arrayContaining(['Write the notes', 'Undo', 'Mark Ana', 'Today']))
  for (const name of ['Pause', 'Add someone', 'Give the floor to Ana', 'Ana: steps out'])
    expect(offered).not.toContain(name)
})

test('concealed, nobody is named: not in a name, not in a hint, not in a choice', () => {
  const offered = JSON.stringify(actionsOf(running, { isConcealed: true }))
  for (const name of [...names, 'Robin', 'Maya']) expect(offered).not.toContain(name)
  expect(offered).toContain('Give the floor to Seat 1')
  expect(offered).toContain('Reveal')
  expect(offered).not.toContain('note')
})

test('every action has its own id, and its name finds it', () => {
  for (const run of [prepared, running, ended]) {
    const actions = actionsOf(run)
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
    for (const action of actions) expect(matchActions(actions, action.name)[0]?.name).toBe(action.name)
  }
})
