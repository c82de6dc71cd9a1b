/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { connect } from '../../src/main/core/vault/connect.ts'
import { withKeys } from '../../src/main/core/vault/unlock-vault.ts'
import { defaultRetentionRules } from '../../src/shared/retention/retention-rules.ts'
import { succeed } from '../../src/shared/result.ts'
import { openBackupWorld } from '../core/backup/backup-world.ts'
import { valueOf } from '../core/support/world.ts'
import { decryptDatabase } from '../core/vault/sqlcipher-pages.ts'
import { anyAct, comeIn, unlock, type Named } from '../core/joints/history-commands.ts'
import { emptyModel, type Kept, type Model, type Real } from '../core/joints/history-model.ts'
import { whats } from '../core/joints/joint-world.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000))
const numRuns = Number(process.env['HISTORIES'] ?? 4)

/** What a kill, a restore or new keys may leave for a moment, and never after the next start. */
const leftBehind = /making|altering|\.next|\.restored$|\.drill-|unfinished|removing|before-/u

async function expectAllThere(model: Model, { world }: Real): Promise<void> {
  const { now, privateNotes } = model
  const told = new Map<string, unknown>()
  const expected = new Map<string, unknown>()
  for (const [sessionId, texts] of now.sessions) {
    const { recordNotes } = await world.get('session.open', { sessionId })
    const privates = await world.get('session.private-notes', { sessionId })
    told.set(sessionId, [recordNotes.map(({ text }) => text), privates.map(({ text }) => text)])
    expected.set(sessionId, [texts, privateNotes.get(sessionId) ?? []])
  }
  expect(told).toEqual(expected)
  const { members } = await world.get('roster.read', {})
  const names = new Set(members.map(({ preferredName }) => preferredName))
  expect([...now.people.values()].filter((name) => !names.has(name))).toEqual([])
  expect([...names].filter((name) => name.startsWith('person-')).toSorted()).toEqual(
    [...now.people.values()].toSorted(),
  )
  for (const sessionId of now.signedIn) expect(await world.get('note.list', { sessionId })).not.toEqual([])
  if (model.entry !== null) expect((await whats(world)).join(' ')).toContain(model.entry)
}

/** Every secret that there ever was opens what it should, and nothing else. */
async function expectWaysIn(model: Model, real: Real): Promise<void> {
  const { passphrase, code, reviewers } = model.now
  const open = new Set([passphrase, code, ...reviewers.map((one) => one.passphrase)])
  for (const secret of model.secrets) {
    await real.world.get('vault.lock', {})
    // None is refused untried because those before it were wrong.
    real.world.clock.pass(60_000)
    const kind = /^[0-9A-Z-]+$/u.test(secret) ? 'recovery' : 'passphrase'
    expect([secret, (await unlock(real, secret, kind)).ok]).toEqual([secret, open.has(secret)])
  }
  await real.world.get('vault.lock', {})
  real.world.clock.pass(60_000)
  const path = join(real.world.paths.vaultDir, 'record.db')
  for (const key of model.revokedKeys) expect(connect('record', path, key).ok).toBe(false)
}

/** The plain bytes of a record that lies in a folder. */
async function recordBytes(folder: string, { passphrase }: Pick<Kept, 'passphrase'>): Promise<Buffer> {
  const path = join(folder, 'record.db')
  const log =
    statSync(`${path}-wal`, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(`${path}-wal`)
  const secret = { kind: 'passphrase', secret: passphrase } as const
  return valueOf(
    await withKeys(folder, secret, ({ record }) => succeed(decryptDatabase(readFileSync(path), record, log))),
  )
}

async function expectNothingPrivate(model: Model, { world }: Real): Promise<void> {
  const backups = readdirSync(world.drive).flatMap((name) => {
    const kept = model.backups.get(name)
    return kept === undefined ? [] : [[join(world.drive, name), kept] as const]
  })
  for (const [folder, kept] of [[world.paths.vaultDir, model.now] as const, ...backups]) {
    const bytes = await recordBytes(folder, kept)
    expect([...model.privateWords].filter((word) => bytes.includes(word))).toEqual([])
  }
}

async function expectLogsWhole(real: Real): Promise<void> {
  const { world } = real
  await world.get('privacy.check-log', {})
  for (;;) {
    const check = await world.get('privacy.log-check', {})
    if (check.stage === 'idle') {
      expect(check.last?.brokenCount).toBe(0)
      return
    }
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}

function leftIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => leftBehind.test(name))
}

async function live(history: readonly Named[]): Promise<void> {
  const real: Real = { world: await openBackupWorld() }
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State', privateYears: 0 }
  await real.world.get('retention.change-rules', { rules })
  const model = emptyModel()
  for (const { act } of history) {
    await act(model, real)
    await expectAllThere(model, real)
  }
  await expectLogsWhole(real)
  await expectWaysIn(model, real)
  await expectNothingPrivate(model, real)
  await comeIn(model, real)
  await expectAllThere(model, real)
  expect([...leftIn(real.world.folder), ...leftIn(real.world.paths.vaultDir)]).toEqual([])
  await real.world.close()
}

it(
  'after any history of backups, keys, secrets, reviewers, erasing and kills, what was answered is true',
  { timeout: 900_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 8, maxLength: 14 }), async (history) => {
        try {
          await live(history)
        } catch (error) {
          throw new Error(history.map(({ name }) => name).join(', '), { cause: error })
        }
      }),
      { seed, numRuns, endOnFailure: true },
    )
  },
)
