/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enterVault, type Inside } from '../../../src/main/core/dispatch.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { insertFacilitator } from '../../../src/main/core/roster/roster-repository.ts'
import { createVault } from '../../../src/main/core/vault/create-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import { personIdSchema, type PersonId, type SessionId } from '../../../src/shared/ids.ts'
import { defaultPreferences } from '../../../src/shared/ipc/preference-calls.ts'
import { createSimulatedClock, type SimulatedClock } from './simulated-clock.ts'
import { groupDraft, memberDraft, passphrase, recoveryCode, valueOf } from './world.ts'

/** The rooms behind the vault's door, with the databases themselves in the test's hands. */
export interface OpenRooms {
  readonly vault: OpenVault
  readonly clock: SimulatedClock
  readonly leadId: PersonId
  readonly memberIds: readonly PersonId[]
  /** Comes in anew, as after a crash: what was in memory is gone, what is on disk stays. */
  enter(): Inside
  prepare(inside: Inside): Promise<SessionId>
  close(): void
}

/** A real vault with one group of three. */
export async function openRooms(clock = createSimulatedClock()): Promise<OpenRooms> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const leadId = personIdSchema.parse(systemRandom.uuid())
  const created = await createVault(join(folder, 'vault'), {
    passphrase,
    recoveryCode,
    strength: floor,
    fill: ({ record }) =>
      insertFacilitator(record, { id: leadId, name: 'Dana', initials: 'D', credentials: '', isAuthor: true }),
  })
  const vault = valueOf(created)
  const sources = {
    clock,
    random: systemRandom,
    push: () => undefined,
    paths: {
      exportsDir: join(folder, 'exports'),
      vaultDir: join(folder, 'vault'),
      preferencesPath: join(folder, 'preferences.json'),
    },
    readPreferences: () => defaultPreferences,
  }
  const enter = () => enterVault(vault, sources)
  const { calls } = enter()
  const { groupId } = valueOf(await calls['roster.create-group'](groupDraft))
  const memberIds: PersonId[] = []
  for (const preferredName of ['Ana', 'Ben', 'Cal']) {
    const draft = { ...memberDraft, preferredName }
    memberIds.push(valueOf(await calls['roster.create-member']({ groupId, draft })).personId)
  }
  return {
    vault,
    clock,
    leadId,
    memberIds,
    enter,
    async prepare(inside) {
      const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
      return valueOf(await inside.calls['session.prepare'](input)).sessionId
    },
    close() {
      vault.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
