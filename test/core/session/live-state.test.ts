/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { rebuildAll } from '../support/rebuild-all.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { noteHandlers } from '../../../src/main/core/notes/note-handlers.ts'
import { createUnwrittenNotes } from '../../../src/main/core/private/unwritten-notes.ts'
import { privateNoteHandlers } from '../../../src/main/core/private/private-note-handlers.ts'
import { listLoggedSessions, readSession } from '../../../src/main/core/session/event-repository.ts'
import { sessionHandlers } from '../../../src/main/core/session/session-handlers.ts'
import { createPrivatePlaces } from '../../../src/main/core/search/private-places.ts'
import { createSessionLog } from '../../../src/main/core/session/session-log.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { verifySession } from '../../../src/main/core/session/verify.ts'
import type { PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import { openRooms, type OpenRooms } from '../support/open-rooms.ts'

let rooms: OpenRooms

beforeAll(async () => {
  rooms = await openRooms()
})
afterAll(() => rooms.close())

type Step =
  | { readonly kind: 'act'; readonly command: (personId: PersonId) => Command }
  | { readonly kind: 'pass' | 'jump'; readonly ms: number }
  | { readonly kind: 'note' | 'private-note' | 'walk-in' | 'crash' | 'beat' }
type SeatedStep = Step & { readonly seat: number }

const perSeat = [
  'arrive',
  'delay',
  'step-out',
  'return',
  'leave',
  'expect',
  'excuse',
  'give-floor',
  'release-floor',
] as const
const plain = ['next-phase', 'previous-phase', 'arrive-all', 'resume', 'undo', 'undo', 'end'] as const

function act(command: (personId: PersonId) => Command): Step {
  return { kind: 'act', command }
}

function arbitraryStep(): fc.Arbitrary<SeatedStep> {
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(...perSeat).map((type) => act((personId) => ({ type, personId }))),
    },
    { weight: 4, arbitrary: fc.constantFrom(...plain).map((type) => act(() => ({ type }))) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        act((personId) => ({ type: 'mark', personId, mark: 'shared' })),
        act(() => ({ type: 'start', end: 'full-length' })),
        act(() => ({ type: 'pause', kind: 'break' })),
        act(() => ({ type: 'extend-phase', minutes: 5 })),
        act(() => ({ type: 'set-topic', topic: 'half a pair \ud83d' })),
      ),
    },
    { weight: 4, arbitrary: fc.nat(600_000).map((ms): Step => ({ kind: 'pass', ms })) },
    { weight: 1, arbitrary: fc.integer({ min: -9e6, max: 9e6 }).map((ms): Step => ({ kind: 'jump', ms })) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('note', 'private-note', 'walk-in', 'crash', 'beat')
        .map((kind): Step => ({ kind })),
    },
  )
  return fc.tuple(step, fc.nat(3)).map(([chosen, seat]) => ({ ...chosen, seat }))
}

/** The handlers over one log, whose memory the test can look into. */
function enter() {
  const { record } = rooms.vault
  const { clock } = rooms
  const unwritten = createUnwrittenNotes()
  const pushed: SessionEvent[] = []
  const log = createSessionLog({
    db: record,
    clock,
    writeAhead: () => unwritten.writeTo(rooms.vault.private),
    push: (_, push) => {
      if (typeof push === 'object' && 'events' in push) pushed.push(...push.events)
    },
  })
  log.comeBack()
  const sources = { record, log, clock, random: systemRandom }
  const calls = {
    ...sessionHandlers(sources),
    ...noteHandlers(sources),
    ...privateNoteHandlers({
      ...sources,
      privateStore: rooms.vault.private,
      places: createPrivatePlaces(record),
      unwritten,
    }),
  }
  return { log, calls, pushed }
}
type Entered = ReturnType<typeof enter>

/** Does a step, and returns where to go on. Whether it is refused does not matter here. */
async function take(step: SeatedStep, entered: Entered, sessionId: SessionId): Promise<Entered> {
  const { calls, log } = entered
  const personId = rooms.memberIds[step.seat] ?? rooms.leadId
  switch (step.kind) {
    case 'act':
      await calls['session.act']({ sessionId, command: step.command(personId) })
      return entered
    case 'pass':
      rooms.clock.pass(step.ms)
      return entered
    case 'jump':
      rooms.clock.moveWall(step.ms)
      return entered
    case 'note':
      await calls['session.record-note']({ sessionId, text: 'half a pair \ud83d and a nought \0' })
      return entered
    case 'private-note':
      await calls['session.keep-private-note']({ sessionId, text: 'for me' })
      return entered
    case 'walk-in':
      await calls['session.walk-in']({
        sessionId,
        who: { preferredName: 'New', initials: 'N', role: 'member' },
      })
      return entered
    case 'beat':
      log.beat()
      return entered
    case 'crash':
      rooms.clock.restart()
      return enter()
  }
}

it('keeps in memory what the stored log folds to, whatever happens', async () => {
  const steps = fc.array(arbitraryStep(), { minLength: 5, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), steps, async (isStarted, taken) => {
      const { record } = rooms.vault
      const sessionId = await rooms.prepare(rooms.enter())
      let entered = enter()
      const actNow = (command: Command) => entered.calls['session.act']({ sessionId, command })
      if (isStarted) {
        await actNow({ type: 'arrive-all' })
        await actNow({ type: 'start', end: 'full-length' })
      }
      for (const step of taken) entered = await take(step, entered, sessionId)

      const stored = readSession(record, sessionId)
      expect(entered.log.state(sessionId)).toEqual(foldAll(stored))
      expect(stored.slice(stored.length - entered.pushed.length)).toEqual(entered.pushed)
      expect(verifySession(record, sessionId).firstBreak).toBeNull()
      await actNow({ type: 'end' })
    }),
    { numRuns: 60 },
  )
})

it('writes no event that it could not read back', async () => {
  const sessionId = await rooms.prepare(rooms.enter())
  const { log } = enter()
  const before = log.state(sessionId)
  expect(log.append(sessionId, { type: 'notice-jump', byMs: 0.5 })).toEqual({
    ok: false,
    error: { code: 'refused', refusal: 'not-possible' },
  })
  expect(enter().log.state(sessionId)).toEqual(before)
})

it('rebuilds from the logs the tables that it kept', () => {
  const { record } = rooms.vault
  const keep = () => listLoggedSessions(record).map((sessionId) => readProjection(record, sessionId))
  const kept = keep()
  expect(kept.length).toBeGreaterThan(1)
  rebuildAll(record)
  expect(keep()).toEqual(kept)
})
