/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { uptime } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../src/main/core/create-core.ts'
import { systemRandom } from '../../src/main/core/effects.ts'
import type { CoreSettings } from '../../src/main/core/protocol.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import type { PersonId, SessionId } from '../../src/shared/ids.ts'
import type { Failure } from '../../src/shared/ipc/failure.ts'
import type { Result } from '../../src/shared/result.ts'
import { markSchema } from '../../src/shared/session/vocabulary.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import { proposeRecoveryCode } from '../../src/shared/vault/recovery-code.ts'

export const passphrase = 'bench otter lantern quarry'
const memberCount = 12
const author = { name: 'Nora Field', initials: 'NF', credentials: 'LCSW' }
const sessionMs = 3 * 60 * 60_000

export interface LongSession {
  readonly sessionId: SessionId
  readonly eventCount: number
}

/**
 * Makes a vault in which a session of twelve members has been running for three hours and was never closed, as after a
 * crash a moment ago. Every event went through the console's own handlers, onto the disk.
 */
export function makeLongSession(userDataDir: string, eventCount: number): Promise<LongSession> {
  return holdEvening(userDataDir, eventCount, async ({ sessionId, leadId, act, lastSeq }) => {
    // Time is left in the phase, and somebody is speaking, when it crashes.
    await act({ type: 'extend-phase', minutes: 60 })
    await act({ type: 'give-floor', personId: leadId })
    return { sessionId, eventCount: lastSeq() }
  })
}

export interface Evening {
  readonly core: Core
  readonly sessionId: SessionId
  readonly leadId: PersonId
  readonly memberIds: readonly PersonId[]
  readonly act: (command: Command) => ReturnType<Core['call']>
  readonly lastSeq: () => number
}

/** Holds a session of three hours in a new vault until this many events have happened, and does the rest there. */
export async function holdEvening<Value>(
  userDataDir: string,
  eventCount: number,
  finish: (evening: Evening) => Promise<Value>,
): Promise<Value> {
  const clock = createStepClock(Date.now(), eventCount)
  let seq = 0
  const core = createCore({
    clock,
    random: systemRandom,
    paths: pathsIn(userDataDir),
    push: (name, push) => {
      if (name === 'session.appended' && typeof push === 'object' && 'events' in push)
        seq = push.events.at(-1)?.seq ?? seq
    },
    chooseStrength: () => Promise.resolve(floor),
  })
  try {
    const recoveryCode = proposeRecoveryCode(systemRandom.bytes)
    valueOf(await core.call('vault.create', { passphrase, recoveryCode, author, clinic: '' }))
    const { sessionId, leadId, memberIds } = await prepare(core)
    const act = async (command: Command) => {
      clock.pass()
      return core.call('session.act', { sessionId, command })
    }
    valueOf(await act({ type: 'arrive-all' }))
    valueOf(await act({ type: 'start', end: 'full-length' }))
    const isFull = () => seq >= eventCount - 2
    for (let turn = 0; !isFull(); turn += 1) {
      for (const command of turnOf(turn, memberIds)) if (!isFull()) await act(command)
    }
    return await finish({ core, sessionId, leadId, memberIds, act, lastSeq: () => seq })
  } finally {
    await core.run('shut-down', null)
  }
}

/** Where the console keeps what it has, below its folder. */
export function pathsIn(userDataDir: string): CoreSettings {
  return {
    vaultDir: join(userDataDir, 'vault'),
    exportsDir: join(userDataDir, 'exports'),
    preferencesPath: join(userDataDir, 'preferences.json'),
  }
}

/** What happens around one turn: somebody speaks, now and then over another, is marked, steps out, gives a number. */
function turnOf(turn: number, memberIds: readonly PersonId[]): Command[] {
  const at = (index: number) => memberIds[index % memberIds.length]
  const [speaker, other, third] = [at(turn * 5), at(turn * 5 + 3), at(turn * 7 + 1)]
  if (speaker === undefined || other === undefined || third === undefined) return []
  const marks = markSchema.options.filter((mark) => mark !== 'risk')
  const mark = marks[turn % marks.length] ?? 'shared'
  return [
    { type: 'give-floor', personId: speaker },
    ...(turn % 4 === 0 ? ([{ type: 'give-floor', personId: other }] as const) : []),
    ...(turn % 11 === 0 ? ([{ type: 'mark', personId: speaker, mark }] as const) : []),
    ...(turn % 4 === 0 ? ([{ type: 'release-floor', personId: other }] as const) : []),
    { type: 'release-floor', personId: speaker },
    ...(turn % 60 === 30 ? ([{ type: 'step-out', personId: third }] as const) : []),
    ...(turn % 60 === 35 ? ([{ type: 'return', personId: at((turn - 5) * 7 + 1) ?? third }] as const) : []),
    ...(turn % 400 === 399 ? ([{ type: 'next-phase' }] as const) : []),
  ]
}

async function prepare({ call }: Core) {
  const { groupId } = valueOf(
    await call('roster.create-group', {
      name: 'Evening Circle',
      type: 'relapse-prevention',
      lengthMinutes: 180,
      schedule: [],
      part2: 'part2',
      capacity: memberCount,
      modality: 'in-person',
      membership: 'open',
      countsHours: true,
    }),
  )
  const memberIds: PersonId[] = []
  for (let index = 0; index < memberCount; index += 1) {
    const draft = {
      preferredName: `Member ${index + 1}`,
      initials: `M${index + 1}`,
      chartId: `HS-${101 + index}`,
      role: 'member',
      agreedOn: '2026-01-05',
    } as const
    memberIds.push(valueOf(await call('roster.create-member', { groupId, draft })).personId)
  }
  const { facilitators } = valueOf(await call('roster.read', {}))
  const leadId = facilitators[0]?.id
  if (leadId === undefined) throw new Error('nobody leads')
  const prepared = await call('session.prepare', {
    groupId,
    topic: 'High-risk evenings',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  return { sessionId: valueOf(prepared).sessionId, leadId, memberIds }
}

/** A clock that reaches the present with the last event. */
function createStepClock(endWallMs: number, steps: number) {
  const stepMs = Math.floor(sessionMs / steps)
  const startWallMs = endWallMs - sessionMs
  let passedMs = 0
  return {
    pass() {
      passedMs += stepMs
    },
    read: () => ({ wallMs: startWallMs + passedMs, monoMs: passedMs, run: 'bench', zone: 'UTC' }),
    sleptSince: () => 0,
    // As if it had been made on this computer, since it was last started.
    uptimeMs: () => uptime() * 1_000 - (sessionMs - passedMs),
  }
}

export function valueOf<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new Error(`the bench stopped: ${JSON.stringify(result.error)}`)
}
