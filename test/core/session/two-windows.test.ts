/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSessionStore, type SessionStore } from '../../../src/renderer/live/session-store.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import { commandSchema, type AnyCommand, type Command } from '../../../src/shared/session/commands.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { createDice, type Dice } from '../../properties/dice.ts'
import { randomCommand } from '../../properties/random-command.ts'
import { visible } from '../../unit/session/run.ts'
import { createOpenWorld, prepareSession, type Prepared, type World } from '../support/world.ts'

const runCount = 25
const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000))

let world: World

beforeAll(async () => {
  world = await createOpenWorld()
})
afterAll(() => world.close())

/** A window at the end of a bad line: what is pushed to it waits, and arrives late, twice, out of order or never. */
interface Window {
  readonly store: SessionStore
  send(events: readonly SessionEvent[]): void
  /** Lets one thing that waits arrive, a push or the answer to the opening. */
  arrive(dice: Dice): Promise<void>
  /** Lets everything arrive that is still under way. */
  settle(): Promise<void>
}

function openWindow(sessionId: SessionId): Window {
  const listeners = new Set<(events: readonly SessionEvent[]) => void>()
  let waiting: (readonly SessionEvent[])[] = []
  const answers: (() => void)[] = []
  const store = createSessionStore(sessionId, {
    open: async () => {
      const answer = await world.ask('session.open', { sessionId })
      // Read now, and told later: meanwhile more may have happened.
      await new Promise<void>((done) => answers.push(done))
      return answer
    },
    listen(listener) {
      const hear = (events: readonly SessionEvent[]) => listener({ sessionId, events })
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    takeReading: () => undefined,
  })
  store.start()
  const deliver = (events: readonly SessionEvent[]) => listeners.forEach((hear) => hear(events))
  return {
    store,
    send: (events) => void waiting.push(events),
    async arrive(dice) {
      if (dice.oneIn(4)) answers.shift()?.()
      const at = dice.oneIn(3) ? dice.below(waiting.length) : 0
      const [push] = waiting.splice(at, 1)
      if (push === undefined || dice.oneIn(8)) return pause()
      deliver(push)
      if (dice.oneIn(6)) deliver(push)
      return pause()
    },
    async settle() {
      for (const push of waiting) deliver(push)
      waiting = []
      for (let round = 0; round < 6; round += 1) {
        for (const answer of answers.splice(0)) answer()
        await pause()
      }
    },
  }
}

/** Lets promises that are settled be heard: the core answers within a few turns of the loop. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done))
}

async function logOf(sessionId: SessionId): Promise<readonly SessionEvent[]> {
  return readLog((await world.get('session.open', { sessionId })).log)
}

function stateOf({ store }: Window) {
  const snapshot = store.snapshot()
  return snapshot.status === 'open' ? snapshot.state : null
}

/** Whatever a window shows, the log has said word for word. */
function expectPrefix(window: Window, log: readonly SessionEvent[]): void {
  const state = stateOf(window)
  if (state !== null) expect(visible(state)).toEqual(visible(foldAll(log.slice(0, state.seq))))
}

async function act(
  dice: Dice,
  { sessionId, memberIds }: Prepared,
  windows: readonly Window[],
): Promise<void> {
  const command = asSent(randomCommand(dice), memberIds[dice.below(memberIds.length)])
  if (command === null) return
  world.clock.pass(dice.below(30_000))
  const before = world.pushed.length
  const answer = await world.ask('session.act', { sessionId, command })
  for (const { name, push } of world.pushed.slice(before)) {
    if (name === 'session.appended') for (const window of windows) window.send(push.events)
  }
  // The window that asked is told by the answer too.
  const asking = windows[dice.below(windows.length)]
  if (answer.ok && dice.oneIn(2)) asking?.store.take(answer.value)
}

// What only the core asks, what ends the session before its time, and what the core answers from the roster instead.
const unsent = new Set(['add-member', 'enter-paper', 'end', 'assign-follow-up'])

/** A command as a window may send it: the door knows no other. */
function asSent(command: AnyCommand, personId: PersonId | undefined): Command | null {
  if (unsent.has(command.type)) return null
  const meant = 'personId' in command && command.personId !== null ? { ...command, personId } : command
  return commandSchema.safeParse(meant).data ?? null
}

it(`shows in two windows the same session, whatever the line does to their pushes (seed ${seed})`, async () => {
  for (let run = 0; run < runCount; run += 1) {
    const dice = createDice(seed + run * 7_919)
    const session = await prepareSession(world, 4)
    const { sessionId } = session
    const windows = [openWindow(sessionId), openWindow(sessionId)]
    await session.act({ type: 'arrive-all' })
    await session.act({ type: 'start', end: 'full-length' })
    for (let step = 0; step < 40; step += 1) {
      await act(dice, session, windows)
      for (const window of windows) await window.arrive(dice)
      const log = await logOf(sessionId)
      for (const window of windows) expectPrefix(window, log)
    }
    // The next thing that arrives shows a window that it has missed something, and it reads the log again.
    const last = await session.act({ type: 'set-topic', topic: 'The last word' })
    const state = foldAll(await logOf(sessionId))
    for (const window of windows) {
      window.send(last)
      await window.settle()
      expect(visible(stateOf(window) ?? foldAll([])), `run ${run} of seed ${seed}`).toEqual(visible(state))
    }
    // One session at a time.
    await world.ask('session.act', { sessionId, command: { type: 'end' } })
  }
})
