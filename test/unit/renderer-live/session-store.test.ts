import { describe, expect, test } from 'vitest'
import { createActQueue } from '../../../src/renderer/live/act-queue.ts'
import { seatCommand } from '../../../src/renderer/live/seat-commands.ts'
import {
  createSessionStore,
  foldPushed,
  type SessionSource,
} from '../../../src/renderer/live/session-store.ts'
import { noteIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import type { Answer } from '../../../src/shared/ipc/contract.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { Pushes } from '../../../src/shared/ipc/pushes.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { writeLog } from '../../../src/shared/session/log-text.ts'
import { person, uuid } from '../session/arbitraries.ts'
import { act, actAll, startRun, type Run } from '../session/run.ts'

const sessionId = sessionIdSchema.parse(uuid('e', 1))
const started = actAll(startRun(), [0, { type: 'arrive-all' }], [1000, { type: 'start', end: 'full-length' }])

/** A core in memory: its log is the truth, and it pushes what it appends. */
function createCore(from: Run) {
  let run = from
  let failure: Failure | null = null
  const listeners = new Set<(push: Pushes['session.appended']) => void>()
  const opened: number[] = []
  const source: SessionSource = {
    async open() {
      opened.push(run.events.length)
      const { events, stamp } = run
      await Promise.resolve()
      return failure === null
        ? succeed({ sessionId, log: writeLog(events), recordNotes: [], now: stamp })
        : fail(failure)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeReading: () => undefined,
  }
  return {
    source,
    opened,
    listeners,
    break: (code: Failure | null) => (failure = code),
    append(command: Command, isPushed = true) {
      const before = run.events.length
      run = act(run, command, 1000)
      const events = run.events.slice(before)
      if (isPushed) for (const listener of listeners) listener({ sessionId, events })
      return run.refusal === null ? events : run.refusal
    },
    state: () => run.state,
  }
}

async function settle() {
  // A turn of the event loop lets every answer that is under way arrive.
  await new Promise((resolve) => setImmediate(resolve))
}

async function openStore(core = createCore(started)) {
  const store = createSessionStore(sessionId, core.source)
  const stop = store.start()
  await settle()
  return { core, store, stop }
}

describe('foldPushed', () => {
  const { events } = actAll(
    started,
    [1000, { type: 'give-floor', personId: person(2) }],
    [1000, { type: 'undo' }],
  )
  const split = events.length - 2

  test('gives the state of the whole log, whatever order and repetition the events come in', () => {
    const pushed = [...events.slice(split - 1), ...events.slice(split)].toReversed()
    expect(foldPushed(foldAll(events.slice(0, split)), pushed)).toEqual({
      state: foldAll(events),
      isGap: false,
    })
  })

  test('stops before a gap', () => {
    const known = foldAll(events.slice(0, split))
    expect(foldPushed(known, events.slice(split + 1))).toEqual({ state: known, isGap: true })
  })
})

describe('the store', () => {
  test('shows the log when it is opened, and what is pushed', async () => {
    const { core, store } = await openStore()
    core.append({ type: 'give-floor', personId: person(4) })
    expect(store.snapshot()).toMatchObject({ status: 'open', state: core.state() })
  })

  test('keeps what is pushed while the log is being read', async () => {
    const core = createCore(started)
    const store = createSessionStore(sessionId, core.source)
    store.start()
    core.append({ type: 'give-floor', personId: person(4) })
    await settle()
    expect(store.snapshot()).toMatchObject({ status: 'open', state: core.state() })
  })

  test('reads the log again after a gap', async () => {
    const { core, store } = await openStore()
    core.append({ type: 'give-floor', personId: person(4) }, false)
    core.append({ type: 'give-floor', personId: person(5) })
    await settle()
    expect(core.opened).toHaveLength(2)
    expect(store.snapshot()).toMatchObject({ status: 'open', state: core.state(), trouble: null })
  })

  test('goes on showing what was known when reading again fails, and says so', async () => {
    const { core, store } = await openStore()
    const known = core.state()
    core.append({ type: 'give-floor', personId: person(4) }, false)
    core.break({ code: 'core-gone' })
    core.append({ type: 'give-floor', personId: person(5) })
    await settle()
    expect(store.snapshot()).toMatchObject({ status: 'open', state: known, trouble: { code: 'core-gone' } })
  })

  test('fails when the session cannot be opened, and opens on another try', async () => {
    const core = createCore(started)
    core.break({ code: 'locked' })
    const { store } = await openStore(core)
    expect(store.snapshot()).toEqual({ status: 'failed', failure: { code: 'locked' } })
    core.break(null)
    store.retry()
    await settle()
    expect(store.snapshot().status).toBe('open')
  })

  test('passes over other sessions and stops listening when it is left', async () => {
    const { core, store, stop } = await openStore()
    const before = store.snapshot()
    const other = sessionIdSchema.parse(uuid('e', 2))
    for (const listener of core.listeners) listener({ sessionId: other, events: [] })
    expect(store.snapshot()).toBe(before)
    stop()
    expect(core.listeners.size).toBe(0)
  })

  test('takes the text of a note that was just recorded', async () => {
    const { store } = await openStore()
    const noteId = noteIdSchema.parse(uuid('d', 1))
    store.takeRecordNote({ noteId, text: 'Skill practised.' })
    const snapshot = store.snapshot()
    expect(snapshot.status === 'open' && snapshot.recordNotes.get(noteId)).toBe('Skill practised.')
  })
})

async function openQueue() {
  const { core, store } = await openStore()
  const answers: (Failure | null)[] = []
  const sent: Command[] = []
  const queue = createActQueue(
    store,
    async (command): Promise<Answer<'session.act'>> => {
      sent.push(command)
      await Promise.resolve()
      // Acknowledged without a push: the answer alone must be enough.
      const events = core.append(command, false)
      return typeof events === 'string' ? fail({ code: 'refused', refusal: events }) : succeed([...events])
    },
    (failure) => answers.push(failure),
  )
  return { core, store, queue, answers, sent }
}

describe('the queue of acts', () => {
  test('a key that is pressed twice gives the floor and takes it back', async () => {
    const { core, queue, answers, sent } = await openQueue()
    queue((state) => seatCommand(state, person(2)))
    queue((state) => seatCommand(state, person(2)))
    await settle()
    expect(sent.map(({ type }) => type)).toEqual(['give-floor', 'release-floor'])
    expect(answers).toEqual([null, null])
    expect(core.state().floor).toEqual([])
  })

  test('nothing changes before the core has answered, and nothing at all when it refuses', async () => {
    const { store, queue, answers } = await openQueue()
    const before = store.snapshot()
    queue({ type: 'resume' })
    expect(store.snapshot()).toBe(before)
    await settle()
    expect(store.snapshot()).toBe(before)
    expect(answers).toEqual([{ code: 'refused', refusal: 'not-paused' }])
  })
})
