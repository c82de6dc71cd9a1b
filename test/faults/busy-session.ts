/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createCore, type Core } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import type { PersonId, SessionId } from '../../src/shared/ids.ts'
import type { Command } from '../../src/shared/session/commands.ts'
import { proposeRecoveryCode } from '../../src/shared/vault/recovery-code.ts'
import { definitely, groupDraft, memberDraft, passphrase, valueOf } from '../core/support/world.ts'

// A console in the middle of a busy session, to be killed. It prints a line for whatever was acknowledged to it.

const folder = definitely(process.argv[2])

const core = createCore({
  clock: createSystemClock(),
  random: systemRandom,
  paths: {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  },
  push: () => undefined,
  chooseStrength: () => Promise.resolve(floor),
})

const access = valueOf(await core.call('vault.access', {}))
const { sessionId, personIds } = access === 'absent' ? await begin(core) : await goOn(core)
for (let round = 0; ; round += 1) await actOnce(round)

async function begin({ call }: Core): Promise<{ sessionId: SessionId; personIds: PersonId[] }> {
  const recoveryCode = proposeRecoveryCode(systemRandom.bytes)
  const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
  valueOf(await call('vault.create', { passphrase, recoveryCode, author, clinic: '' }))
  const { groupId } = valueOf(await call('roster.create-group', groupDraft))
  for (const preferredName of ['Ana', 'Ben', 'Cal', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal']) {
    valueOf(await call('roster.create-member', { groupId, draft: { ...memberDraft, preferredName } }))
  }
  const { facilitators, members } = valueOf(await call('roster.read', {}))
  const leadId = definitely(facilitators[0]).id
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const prepared = valueOf(await call('session.prepare', input))
  for (const command of [{ type: 'arrive-all' }, { type: 'start', end: 'full-length' }] as const) {
    valueOf(await call('session.act', { sessionId: prepared.sessionId, command }))
  }
  return { ...prepared, personIds: members.map(({ id }) => id) }
}

async function goOn({ call }: Core): Promise<{ sessionId: SessionId; personIds: PersonId[] }> {
  valueOf(await call('vault.unlock', { kind: 'passphrase', secret: passphrase }))
  const running = valueOf(await call('session.current', {})).find(({ stage }) => stage === 'running')
  const { members } = valueOf(await call('roster.read', {}))
  return { sessionId: definitely(running).sessionId, personIds: members.map(({ id }) => id) }
}

async function actOnce(round: number): Promise<void> {
  const personId = definitely(personIds[round % personIds.length])
  const text = `Word ${round} of a busy evening.`
  const commands: Command[] = [
    { type: 'give-floor', personId },
    { type: 'mark', personId, mark: 'shared' },
    { type: 'undo' },
    { type: 'release-floor', personId },
  ]
  for (const command of commands) {
    acknowledge('events', valueOf(await core.call('session.act', { sessionId, command })))
  }
  acknowledge('record-note', valueOf(await core.call('session.record-note', { sessionId, text })))
  acknowledge('private-note', valueOf(await core.call('session.keep-private-note', { sessionId, text })))
  await core.beat()
}

function acknowledge(kind: string, what: unknown): void {
  writeSync(1, `${JSON.stringify({ kind, what })}\n`)
}
