/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterVault, type Inside } from '../../src/main/core/dispatch.ts'
import { systemRandom } from '../../src/main/core/effects.ts'
import { verifySession } from '../../src/main/core/session/verify.ts'
import { createVault } from '../../src/main/core/vault/create-vault.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { insertFacilitator } from '../../src/main/core/roster/roster-repository.ts'
import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import { personIdSchema, type PersonId, type SessionId } from '../../src/shared/ids.ts'
import { defaultPreferences } from '../../src/shared/ipc/preference-calls.ts'
import type { Failure } from '../../src/shared/ipc/failure.ts'
import type { Result } from '../../src/shared/result.ts'
import { maxCapacity } from '../../src/shared/roster/group.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import { foldAll } from '../../src/shared/session/fold.ts'
import { readLog } from '../../src/shared/session/log-text.ts'
import { proposeRecoveryCode } from '../../src/shared/vault/recovery-code.ts'
import type { SpokenTurn } from './rttm.ts'

export interface ReplayReport {
  readonly members: readonly {
    readonly speaker: string
    readonly talkSeconds: number
    readonly turns: number
  }[]
  readonly severalAtOnceSeconds: number
  readonly silenceSeconds: number
  readonly events: number
  readonly logVerified: boolean
}

/** Each speaker takes a member's seat, so a recording may not have more of them than a group. */
export const maxSpeakers = maxCapacity

/**
 * Runs a session with these turns through the console's own handlers, on a fresh encrypted vault that is gone afterwards.
 * Its clock is simulated: session time is the time of the recording.
 */
export async function replayTurns(turns: readonly SpokenTurn[]): Promise<ReplayReport> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-replay-'))
  try {
    const vault = await createReplayVault(join(folder, 'vault'))
    try {
      return await replayInto(vault, folder, turns)
    } finally {
      vault.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const leadId = personIdSchema.parse(systemRandom.uuid())

async function createReplayVault(folder: string): Promise<OpenVault> {
  const created = await createVault(folder, {
    passphrase: systemRandom.bytes(16).toString('hex'),
    recoveryCode: proposeRecoveryCode(systemRandom.bytes),
    strength: floor,
    fill: ({ record }) =>
      insertFacilitator(record, {
        id: leadId,
        name: 'Replay',
        initials: 'R',
        credentials: '',
        isAuthor: true,
      }),
  })
  return valueOf(created)
}

async function replayInto(
  vault: OpenVault,
  folder: string,
  turns: readonly SpokenTurn[],
): Promise<ReplayReport> {
  const clock = createSimulatedClock()
  const inside = enterVault(vault, {
    clock,
    random: systemRandom,
    push: () => undefined,
    paths: {
      exportsDir: join(folder, 'exports'),
      vaultDir: join(folder, 'vault'),
      preferencesPath: join(folder, 'preferences.json'),
    },
    readPreferences: () => defaultPreferences,
  })
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))]
  const { sessionId, personIds } = await prepare(inside, speakers)
  const act = async (command: Command) => valueOf(await inside.calls['session.act']({ sessionId, command }))
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  for (const { atMs, type, speaker } of scheduleOf(turns)) {
    const personId = personIds.get(speaker)
    if (personId === undefined) throw new Error('a speaker without a seat')
    clock.moveTo(atMs)
    await act({ type, personId })
  }
  await act({ type: 'end' })
  return report(vault, inside, sessionId, personIds)
}

function createSimulatedClock() {
  // A Tuesday evening; which one does not matter.
  const startWallMs = Date.UTC(2026, 0, 6, 18)
  let nowMs = 0
  return {
    moveTo(atMs: number) {
      nowMs = atMs
    },
    read: () => ({ wallMs: startWallMs + nowMs, monoMs: nowMs, run: 'replay', zone: 'UTC' }),
    sleptSince: () => 0,
    uptimeMs: () => nowMs,
  }
}

async function prepare(inside: Inside, speakers: readonly string[]) {
  const { calls } = inside
  valueOf(await calls['care-rules.change']({ ...defaultCareRules, mostMembers: maxCapacity }))
  const group = await calls['roster.create-group']({
    name: 'Replay',
    // No break in its agenda: nobody has the floor in a break.
    type: 'support',
    lengthMinutes: 90,
    schedule: [],
    part2: 'none',
    capacity: maxCapacity,
    modality: 'in-person',
    membership: 'open',
    countsHours: true,
  })
  const { groupId } = valueOf(group)
  const personIds = new Map<string, PersonId>()
  for (const [index, speaker] of speakers.entries()) {
    const draft = {
      preferredName: `Speaker ${index + 1}`,
      initials: `S${index + 1}`,
      chartId: '',
      role: 'member',
      agreedOn: null,
    } as const
    const { personId } = valueOf(await calls['roster.create-member']({ groupId, draft }))
    personIds.set(speaker, personId)
  }
  const prepared = await calls['session.prepare']({
    groupId,
    topic: '',
    leadId,
    coLeadIds: [],
    plannedStartMs: null,
  })
  return { sessionId: valueOf(prepared).sessionId, personIds }
}

interface Step {
  readonly atMs: number
  readonly type: 'give-floor' | 'release-floor'
  readonly speaker: string
  /** At the same moment, whoever ends makes room before anybody begins. */
  readonly order: 0 | 1
}

function scheduleOf(turns: readonly SpokenTurn[]): Step[] {
  return turns
    .flatMap(({ speaker, startMs, endMs }): Step[] => [
      { atMs: startMs, type: 'give-floor', speaker, order: 1 },
      { atMs: endMs, type: 'release-floor', speaker, order: endMs === startMs ? 1 : 0 },
    ])
    .toSorted((a, b) => a.atMs - b.atMs || a.order - b.order)
}

async function report(
  vault: OpenVault,
  inside: Inside,
  sessionId: SessionId,
  personIds: ReadonlyMap<string, PersonId>,
): Promise<ReplayReport> {
  const { log } = valueOf(await inside.calls['session.open']({ sessionId }))
  const events = readLog(log)
  const state = foldAll(events)
  const people = new Map(state.people.map((person) => [person.personId, person]))
  return {
    members: [...personIds].map(([speaker, personId]) => ({
      speaker,
      talkSeconds: (people.get(personId)?.talkMs ?? 0) / 1_000,
      turns: people.get(personId)?.turns ?? 0,
    })),
    severalAtOnceSeconds: state.time.severalMs / 1_000,
    silenceSeconds: state.time.silenceMs / 1_000,
    events: events.length,
    logVerified: verifySession(vault.record, sessionId).firstBreak === null,
  }
}

// The replay asks for nothing that could be refused: a failure is a bug, or a disk that is full.
function valueOf<Value>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new Error(`the replay stopped: ${JSON.stringify(result.error)}`)
}
