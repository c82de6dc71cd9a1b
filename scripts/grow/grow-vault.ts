import { sessionIdSchema } from '../../src/shared/ids.ts'
import type { Failure } from '../../src/shared/ipc/failure.ts'
import { succeed, type Result } from '../../src/shared/result.ts'
import { proposeRecoveryCode } from '../../src/shared/vault/recovery-code.ts'
import { systemRandom } from '../../src/main/core/effects.ts'
import { saveModality } from '../../src/main/core/session/modality-repository.ts'
import {
  projectionVersion,
  saveProjectionVersion,
} from '../../src/main/core/session/projection-repository.ts'
import { createVault } from '../../src/main/core/vault/create-vault.ts'
import { transact } from '../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import type { Strength } from '../../src/main/core/vault/slot-key.ts'
import { meetingsAfter, meetingsBefore, type Meeting } from './calendar.ts'
import { createCensus, type Census } from './census.ts'
import { createChance } from './chance.ts'
import { openClinic, type Clinic } from './clinic.ts'
import { holdSession, prepareSession } from './hold-session.ts'
import { createScribe } from './scribe.ts'
import { clockAt } from './still-clock.ts'
import { writeUp } from './write-up.ts'

export const sessionsPerYear = 500
/** Sessions that are written together: a transaction each would spend its time waiting for the disk. */
const batchSize = 25
const recentSessions = 15
const preparedCount = 2
const earlyMs = 20 * 60_000

export interface Growth {
  readonly vaultDir: string
  readonly passphrase: string
  readonly strength: Strength
  readonly sessionCount: number
  readonly seed: number
  /** When the last session is over, milliseconds since 1970 UTC. */
  readonly endsAtMs: number
  readonly onProgress?: (sessionCount: number) => void
}

export interface GrownVault {
  readonly sessionCount: number
  readonly eventCount: number
  readonly memberCount: number
}

/**
 * Makes a vault that looks as if a clinic had worked in it for years. People, words and times come from the seed; keys
 * are the vault's own, as always. Every session goes through the session's rules. Fails like `createVault`, and leaves
 * nothing behind then.
 */
export async function growVault(growth: Growth): Promise<Result<GrownVault, Failure>> {
  let grown: GrownVault | null = null
  const created = await createVault(growth.vaultDir, {
    passphrase: growth.passphrase,
    recoveryCode: proposeRecoveryCode(systemRandom.bytes),
    strength: growth.strength,
    fill(vault) {
      grown = fill(vault, growth)
    },
  })
  if (!created.ok) return created
  created.value.close()
  return succeed(grown ?? { sessionCount: 0, eventCount: 0, memberCount: 0 })
}

interface Filling {
  readonly vault: OpenVault
  readonly growth: Growth
  readonly clinic: Clinic
  readonly census: Census
  readonly zone: string
  readonly numbers: Map<string, number>
}

function fill(vault: OpenVault, growth: Growth): GrownVault {
  const { sessionCount, endsAtMs } = growth
  const chance = createChance(growth.seed)
  const clinic = openClinic(vault.record, chance)
  const census = createCensus(clinic, endsAtMs)
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions()
  const filling: Filling = { vault, growth, clinic, census, zone, numbers: new Map() }
  const held = meetingsBefore(clinic.groups, sessionCount, endsAtMs)
  const weeks = [...new Set(held.map(({ weekMs }) => weekMs))]
  let eventCount = 0
  let week = -1
  for (let from = 0; from < held.length; from += batchSize) {
    inBoth(vault, () => {
      for (const [offset, meeting] of held.slice(from, from + batchSize).entries()) {
        for (; weeks[week] !== meeting.weekMs; week += 1)
          census.beginWeek(weeks.length - week - 1, clockAt(meeting.weekMs, zone))
        eventCount += hold(filling, meeting, from + offset)
      }
    })
    growth.onProgress?.(Math.min(from + batchSize, held.length))
  }
  inBoth(vault, () => {
    for (const meeting of meetingsAfter(clinic.groups, preparedCount, endsAtMs)) prepare(filling, meeting)
  })
  saveProjectionVersion(vault.record, projectionVersion)
  return { sessionCount: held.length, eventCount, memberCount: census.count() }
}

function inBoth({ record, private: privateStore }: OpenVault, work: () => void): void {
  transact(record, () => transact(privateStore, work))
}

function hold(filling: Filling, meeting: Meeting, index: number): number {
  const { vault, growth, zone } = filling
  const { sessionCount, endsAtMs } = growth
  const holding = begin(filling, meeting, meeting.startMs - earlyMs)
  holdSession(holding, meeting.startMs)
  const isRecent = index >= sessionCount - recentSessions
  // Who is new in a clinic is signed beside for the first years; of late, it is so again.
  const needsCoSignature = index < sessionCount / 10 || index >= sessionCount - sessionCount / 50
  writeUp({ ...holding, endsAtMs, zone, isRecent, needsCoSignature })
  return holding.scribe.save(vault)
}

function prepare(filling: Filling, meeting: Meeting): void {
  begin(filling, meeting, filling.growth.endsAtMs).scribe.save(filling.vault)
}

function begin({ vault, clinic, census, zone, numbers }: Filling, { group, startMs }: Meeting, atMs: number) {
  const number = (numbers.get(group.groupId) ?? 0) + 1
  numbers.set(group.groupId, number)
  const sessionId = sessionIdSchema.parse(clinic.chance.uuid())
  const scribe = createScribe(sessionId, atMs, zone, clinic.chance)
  const holding = { clinic, group, members: census.membersOf(group.groupId), scribe }
  prepareSession(holding, number, startMs)
  saveModality(vault.record, sessionId, group.modality)
  return holding
}
