import { describe, expect, test } from 'vitest'
import { liveActions } from '../../../src/renderer/live/live-actions.ts'
import { liveKeys } from '../../../src/renderer/live/live-keys.ts'
import { sampleCommand } from '../../../src/renderer/live/room-keys.ts'
import { seatCommand } from '../../../src/renderer/live/seat-commands.ts'
import type { PaletteAction } from '../../../src/renderer/palette/palette-action.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { decide } from '../../../src/shared/session/decide.ts'
import { person } from '../session/arbitraries.ts'
import { actAll, type Run } from '../session/run.ts'
import { actionsOf, deskOf } from './desk.ts'
import { prepared, running } from './people.ts'

const minute = 60_000
const sampling = actAll(running, [0, { type: 'observe', observation: 'sampling' }])
const withRisk = actAll(running, [0, { type: 'mark', personId: person(3), mark: 'risk' }])
const moments: Readonly<Record<string, Run>> = {
  prepared,
  running,
  'somebody speaks': actAll(running, [0, { type: 'give-floor', personId: person(3) }]),
  'the second phase, a round': actAll(running, [minute, { type: 'next-phase' }]),
  paused: actAll(running, [minute, { type: 'pause', kind: 'pause' }]),
  'in a break': actAll(running, [minute, { type: 'pause', kind: 'break' }]),
  'asked every five minutes': sampling,
  'asked now': actAll(sampling, [6 * minute, { type: 'set-topic', topic: 'Sleep' }]),
  'with a risk': withRisk,
  ended: actAll(running, [minute, { type: 'end' }]),
}

const ways = { lock: () => undefined, leave: () => undefined }

/** Each action at its end: those that ask once more, by their choices. */
function leaves(actions: readonly PaletteAction[]): (PaletteAction & { readonly run: () => void })[] {
  return actions.flatMap((action) => ('run' in action ? [action] : leaves(action.choices)))
}

/** What an action asks of the session. */
function commandsOf(run: Run, at: number): Command[] {
  const desk = deskOf(run)
  leaves(liveActions(desk, ways))[at]?.run()
  const { selectedId } = desk.live.picked.read()
  const tap =
    selectedId === null ? null : (sampleCommand(run.state, selectedId) ?? seatCommand(run.state, selectedId))
  return tap === null ? desk.commands : [...desk.commands, tap]
}

describe('the palette offers nothing that the session refuses', () => {
  test.each(Object.entries(moments))('%s', (_, run) => {
    const refused = leaves(actionsOf(run)).flatMap(({ name }, at) =>
      commandsOf(run, at).flatMap((command) => {
        const decision = decide(run.state, command, run.stamp)
        return decision.ok ? [] : [`${name}: ${decision.error}`]
      }),
    )
    expect(refused).toEqual([])
  })
})

test('everything that a key of Live does is in the palette at one time or another', () => {
  const ids = new Set(
    [...Object.values(moments), withGap(), afterLock()].flatMap((run) => actionsOf(run).map(({ id }) => id)),
  )
  const missing = liveKeys.filter(({ act }) => !ids.has(JSON.stringify(act))).map(({ does }) => does)
  // A mark begins with a person there, and the palette does not find itself.
  expect(missing).toEqual([
    'then a seat’s key: its marks and presence',
    'find an action by its name',
    'the same, with one hand',
  ])
})

function namesOf(run: Run): string[] {
  return actionsOf(run).map(({ name }) => name)
}

function withGap(): Run {
  return actAll(running, [10 * minute, { type: 'come-back', awayMs: 8 * minute, passedMs: null }])
}

/** A phase of the agenda was over while it was locked. */
function afterLock(): Run {
  const [phase] = running.state.phases
  if (phase === undefined) throw new Error('an agenda has phases')
  return actAll(
    running,
    [5 * minute, { type: 'run-out', phaseId: phase.id }],
    [5 * minute, { type: 'come-back', awayMs: 8 * minute, passedMs: null, watchedMs: 8 * minute }],
  )
}

test('the lead is handed over, a follow-up is opened, and a question is answered by their names', () => {
  expect(namesOf(running)).toContain('You: hands the lead over to Maya Ortiz')
  expect(namesOf(withRisk)).toContain('Follow-up of Ben')
  expect(namesOf(moments['asked now'] ?? running)).toEqual(
    expect.arrayContaining(['Heard: Ben', 'Nobody else was heard']),
  )
  expect(namesOf(sampling).some((name) => name.startsWith('Give the floor'))).toBe(false)
})
