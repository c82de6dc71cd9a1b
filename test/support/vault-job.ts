/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../src/main/core/clock.ts'
import { createCore, type Core } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { listLoggedSessions, readSession } from '../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../src/main/core/session/verify.ts'
import { write } from '../../src/main/core/vault/database.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { sql } from '../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { proposeInitials } from '../../src/shared/roster/propose-initials.ts'
import { createSimulatedClock } from '../core/support/simulated-clock.ts'
import { ledMinutes, stockedGroup, stockedMembers, type StockedVault, type ToldLogs } from './vault-jobs.ts'
import { weigh } from './weigh.ts'

// One job with a vault, done by the core's own code in a process of its own, which tells its outcome as JSON.
const [, , job, userDataDir = '', passphrase = '', recoveryCode = '', ...words] = process.argv
const vaultDir = join(userDataDir, 'vault')

function tell(outcome: StockedVault | ToldLogs | 'founded' | 'led' | 'held' | 'weighed' | 'torn'): void {
  writeSync(1, JSON.stringify(outcome))
}

function openCore(clock: Clock): Core {
  return createCore({
    clock,
    random: systemRandom,
    paths: {
      vaultDir,
      exportsDir: join(userDataDir, 'exports'),
      preferencesPath: join(userDataDir, 'preferences.json'),
    },
    push: () => undefined,
    chooseStrength: () => Promise.resolve(floor),
  })
}

async function found(): Promise<void> {
  const [name = '', credentials = '', clinic = ''] = words
  const core = openCore(createSystemClock())
  const author = { name, initials: proposeInitials(name), credentials }
  const created = await core.call('vault.create', { passphrase, recoveryCode, author, clinic })
  if (!created.ok) throw new Error(created.error.code)
  await core.run('shut-down', null)
  tell('founded')
}

async function stock(): Promise<void> {
  const core = openCore(createSystemClock())
  const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
  const created = await core.call('vault.create', {
    passphrase,
    recoveryCode,
    author,
    clinic: 'Harbour Clinic',
  })
  const group = await core.call('roster.create-group', {
    name: stockedGroup,
    type: 'relapse-prevention',
    lengthMinutes: 90,
    schedule: [],
    part2: 'part2',
    capacity: 12,
    modality: 'in-person',
    membership: 'open',
    countsHours: true,
  })
  if (!created.ok || !group.ok) throw new Error('The vault was not stocked')
  for (const preferredName of stockedMembers) {
    const draft = {
      preferredName,
      initials: preferredName,
      chartId: '',
      role: 'member',
      agreedOn: '2026-01-05',
    } as const
    await core.call('roster.create-member', { groupId: group.value.groupId, draft })
  }
  await core.run('shut-down', null)
  tell({ folder: vaultDir, passphrase, recoveryCode })
}

async function open(): Promise<OpenVault> {
  const opened = await unlockVault(vaultDir, { kind: 'passphrase', secret: passphrase })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

// Sessions, a week apart, that stay in their first phases for so many minutes.
async function lead(): Promise<void> {
  const clock = createSimulatedClock(Date.UTC(2026, 9, 1, 18))
  const core = openCore(clock)
  await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase })
  const roster = await core.call('roster.read', {})
  const groupId = roster.ok ? roster.value.groups[0]?.id : undefined
  const leadId = roster.ok ? roster.value.facilitators[0]?.id : undefined
  if (groupId === undefined || leadId === undefined) throw new Error('The vault is not stocked')
  for (const [opening, round] of ledMinutes) {
    const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
    const prepared = await core.call('session.prepare', input)
    if (!prepared.ok) throw new Error('No session was prepared')
    const { sessionId } = prepared.value
    await core.call('session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
    clock.pass(opening * 60_000)
    await core.call('session.act', { sessionId, command: { type: 'next-phase' } })
    clock.pass(round * 60_000)
    await core.call('session.act', { sessionId, command: { type: 'end' } })
    clock.pass(7 * 24 * 3_600_000)
  }
  await core.run('shut-down', null)
  tell('led')
}

async function hold(): Promise<void> {
  await open()
  tell('held')
  setInterval(() => undefined, 60_000)
}

/** Makes the record, or the private notes, as large as many years make them. */
async function weighDown(): Promise<void> {
  const vault = await open()
  weigh(words[1] === 'private' ? vault.private : vault.record, Number(words[0]))
  vault.close()
  tell('weighed')
}

/** As mending leaves a log of which a page could not be read: the first entry is there, and what follows the second. */
async function tear(): Promise<void> {
  const vault = await open()
  write(vault.record, sql`DROP TRIGGER session_event_is_not_deleted`)
  write(vault.record, sql`DELETE FROM session_event WHERE seq = 2`)
  vault.close()
  tell('torn')
}

async function readLogs(): Promise<void> {
  const vault = await open()
  const sessions = listLoggedSessions(vault.record)
  tell({
    events: sessions.flatMap((sessionId) => readSession(vault.record, sessionId)),
    breaks: verifyAll(vault.record).flatMap(({ firstBreak }) => firstBreak ?? []),
  })
  vault.close()
}

switch (job) {
  case 'found':
    await found()
    break
  case 'stock':
    await stock()
    break
  case 'lead':
    await lead()
    break
  case 'hold':
    await hold()
    break
  case 'read-logs':
    await readLogs()
    break
  case 'weigh':
    await weighDown()
    break
  case 'tear':
    await tear()
    break
  default:
    throw new Error('no such job')
}
