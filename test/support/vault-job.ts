import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { listLoggedSessions, readSession } from '../../src/main/core/session/event-repository.ts'
import { verifyAll } from '../../src/main/core/session/verify.ts'
import type { OpenVault } from '../../src/main/core/vault/open-vault.ts'
import { unlockVault } from '../../src/main/core/vault/unlock-vault.ts'
import { stockedGroup, stockedMembers, type StockedVault, type ToldLogs } from './vault-jobs.ts'

// One job with a vault, done by the core's own code in a process of its own, which tells its outcome as JSON.
const [, , job, userDataDir = '', passphrase = '', recoveryCode = ''] = process.argv
const vaultDir = join(userDataDir, 'vault')

function tell(outcome: StockedVault | ToldLogs | 'held'): void {
  writeSync(1, JSON.stringify(outcome))
}

async function stock(): Promise<void> {
  const core = createCore({
    clock: createSystemClock(),
    random: systemRandom,
    paths: {
      vaultDir,
      exportsDir: join(userDataDir, 'exports'),
      preferencesPath: join(userDataDir, 'preferences.json'),
    },
    push: () => undefined,
  })
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

async function hold(): Promise<void> {
  await open()
  tell('held')
  setInterval(() => undefined, 60_000)
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
  case 'stock':
    await stock()
    break
  case 'hold':
    await hold()
    break
  case 'read-logs':
    await readLogs()
    break
  default:
    throw new Error('no such job')
}
