/* oxlint-disable no-await-in-loop -- one try after the other is the point */
import { expect, it } from 'vitest'
import { contract, type Answer, type CallName } from '../../../src/shared/ipc/contract.ts'
import { maxTries } from '../../../src/shared/ipc/conceal-calls.ts'
import { secretSchema } from '../../../src/shared/ipc/vault-calls.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { z } from '../../../src/shared/zod.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { openBackupWorld, backUp, ended } from '../backup/backup-world.ts'
import { createKeptWorld, letYearsPass } from '../retention/kept-world.ts'
import { createReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, type World } from '../support/world.ts'

const guess = 'copper ladder evening moss'
const otherCode = proposeRecoveryCode(systemRandom.bytes)
const wrong = { ok: false, error: { code: 'wrong-secret' } }

/** Tries a wrong secret at each of them in turn: with every fifth try the vault is locked, and not before. */
async function guessOn(world: World, ways: readonly (() => Promise<Answer<CallName>>)[]): Promise<void> {
  const rounds = Math.ceil(ways.length / maxTries)
  for (let tried = 1; tried <= rounds * maxTries; tried += 1) {
    expect(await definitely(ways[tried % ways.length])()).toEqual(wrong)
    const isLast = tried % maxTries === 0
    expect(await world.get('vault.access', {}), String(tried)).toBe(isLast ? 'locked' : 'unlocked')
    if (isLast) await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  }
}

it('whoever changes what they guess at has no more tries', async () => {
  const { world, reviewerId: personId } = await createReviewedWorld()
  await guessOn(world, [
    () => world.ask('reviewer.let-in', { personId, passphrase: 'amber kettle', authorPassphrase: guess }),
    () => world.ask('reviewer.revoke', { personId, authorPassphrase: guess }),
    () => world.ask('conceal.set-pin', { pin: '2468', passphrase: guess }),
    () => world.ask('conceal.remove-pin', { passphrase: guess }),
    () => world.ask('keys.propose-recovery-code', { authorPassphrase: guess }),
    () => world.ask('keys.change-recovery-code', { authorPassphrase: guess, recoveryCode: otherCode }),
    () =>
      world.ask('keys.change-passphrase', {
        proof: { kind: 'passphrase', secret: guess },
        passphrase: guess,
      }),
    () =>
      world.ask('keys.change-passphrase', {
        proof: { kind: 'recovery', secret: otherCode },
        passphrase: guess,
      }),
    () => world.ask('computer-key.turn-off', { authorPassphrase: guess }),
  ])
  await world.close()
})

it('erasing and destroying are no way to guess on', async () => {
  const { world, goneId, alone } = await createKeptWorld()
  letYearsPass(world, 12)
  await guessOn(world, [
    () => world.ask('retention.erase', { personIds: [goneId], authorPassphrase: guess }),
    () => world.ask('retention.destroy-private', { sessionIds: [alone.sessionId], authorPassphrase: guess }),
  ])
  await world.close()
})

it('nor is trying out a backup', async () => {
  const world = await openBackupWorld()
  await backUp(world)
  const { backups } = await world.get('backups.read', {})
  for (let tried = 0; tried < maxTries; tried += 1) {
    world.pushed.length = 0
    await world.get('backups.drill', { backupId: definitely(backups[0]).backupId, authorPassphrase: guess })
    expect(await ended(world)).toMatchObject({ code: 'wrong-secret' })
  }
  expect(await world.get('vault.access', {})).toBe('locked')
})

/** Where else wrong secrets are counted, and what is given one that is not tried. */
const elsewhere = [
  'backups.restore', // door-tries.test.ts
  'computer-key.turn-on', // computer-key.test.ts
  'conceal.reveal', // conceal.test.ts
  'keys.renew', // renewal.test.ts
  'keys.test-recovery-code', // key-calls.test.ts
  'kit.make', // the code that was just proposed
  'mend.look', // door-tries.test.ts
  'reviewer.co-sign', // reviewing.test.ts
  'roster.reset-signing-pin', // co-sign.test.ts
  'roster.set-signing-pin', // co-sign.test.ts
  'vault.create', // the first one there is
  'vault.unlock', // door-tries.test.ts
]

it('there is no other call that is given a secret', () => {
  const withSecret = Object.entries(contract).flatMap(([name, { input }]) =>
    input instanceof z.ZodObject && Object.values(input.shape).includes(secretSchema) ? [name] : [],
  )
  const here = [
    'backups.drill',
    'computer-key.turn-off',
    'conceal.remove-pin',
    'conceal.set-pin',
    'keys.change-passphrase',
    'keys.change-recovery-code',
    'keys.propose-recovery-code',
    'retention.destroy-private',
    'retention.erase',
    'reviewer.let-in',
    'reviewer.revoke',
  ]
  expect(withSecret.toSorted()).toEqual([...here, ...elsewhere].toSorted())
})
