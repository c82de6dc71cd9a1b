/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { openAsReviewer } from '../../../src/main/core/vault/reviewer-slots.ts'
import { readHeaderOf } from '../../../src/main/core/vault/unlock-vault.ts'
import type { Answer } from '../../../src/shared/ipc/contract.ts'
import { guardKindSchema } from '../../../src/shared/record/note-kinds.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { backUp, restore as restoreBackup, type BackupWorld } from '../backup/backup-world.ts'
import { createWorld, definitely, startSession, valueOf } from '../support/world.ts'
import { draw, nextWord, withItem, type Model, type Real } from './history-model.ts'
import { renewed } from './joint-world.ts'

const dayMs = 86_400_000

/** Something that is done to a vault, and what should be true of it then. */
type Act = (model: Model, real: Real) => Promise<void>

export async function unlock(real: Real, secret: string, kind: 'passphrase' | 'recovery' = 'passphrase') {
  return real.world.ask('vault.unlock', { kind, secret })
}

/** Comes in as the author, whoever was in. */
export async function comeIn(model: Model, real: Real): Promise<void> {
  await real.world.get('vault.lock', {})
  valueOf(await unlock(real, model.now.passphrase))
}

const holdSession: Act = async (model, { world }) => {
  const { sessionId, memberIds, act } = await startSession(world, 2)
  const [recordWord, privateWord] = [nextWord(model, 'record'), nextWord(model, 'private')]
  await world.get('session.record-note', { sessionId, text: recordWord })
  await world.get('session.keep-private-note', { sessionId, text: privateWord })
  await act({ type: 'end' })
  const overridden = [...guardKindSchema.options]
  valueOf(await world.ask('note.sign', { sessionId, personId: definitely(memberIds[0]), overridden }))
  model.now = {
    ...model.now,
    sessions: withItem(model.now.sessions, sessionId, recordWord),
    signedIn: [...model.now.signedIn, sessionId],
  }
  model.privateNotes = withItem(model.privateNotes, sessionId, privateWord)
  model.privateWords.add(privateWord)
}

// By a table without a group: who was ever in one has come, and is kept for years.
const putOnFile: Act = async (model, { world }) => {
  const name = nextWord(model, 'person')
  const bytes = Buffer.from(`Name\n${name}\n`)
  const { mapping } = valueOf(await world.core.run('import.take', { bytes }))
  let state = await world.get('import.commit', { mapping, decisions: [] })
  while (state.stage === 'running') {
    await new Promise<void>((resolve) => void setImmediate(resolve))
    state = await world.get('import.state', {})
  }
  if (state.stage !== 'done') throw new Error(state.stage)
  const { members } = await world.get('roster.read', {})
  const { id } = definitely(members.find(({ preferredName }) => preferredName === name))
  model.now = { ...model.now, people: new Map([...model.now.people, [id, name]]) }
}

const erase: Act = async (model, { world }) => {
  const [personId] = model.now.people.keys()
  if (personId === undefined) return
  await world.get('retention.erase', { personIds: [personId], authorPassphrase: model.now.passphrase })
  const people = new Map(model.now.people)
  people.delete(personId)
  model.now = { ...model.now, people }
}

const destroyPrivate: Act = async (model, { world }) => {
  const sessionId = [...model.privateNotes.keys()].find((one) => model.now.sessions.has(one))
  if (sessionId === undefined) return
  const authorPassphrase = model.now.passphrase
  await world.get('retention.destroy-private', { sessionIds: [sessionId], authorPassphrase })
  model.privateNotes.delete(sessionId)
  model.now = { ...model.now, privateKey: draw(model) }
}

const makeBackup: Act = async (model, { world }) => {
  // Of two on one day rotating keeps the newer.
  world.clock.pass(dayMs)
  world.pushed.length = 0
  const folder = await backUp(world)
  model.backups.set(folder.slice(world.drive.length + 1), model.now)
}

function backupsOf(model: Model, { world }: Real): string[] {
  return readdirSync(world.drive)
    .filter((name) => model.backups.has(name))
    .toSorted()
}

function restoreThe(which: 'newest' | 'oldest', kind: 'passphrase' | 'recovery'): Act {
  return async (model, real) => {
    const name = backupsOf(model, real).at(which === 'newest' ? -1 : 0)
    if (name === undefined) return
    const { world } = real
    await world.get('vault.lock', {})
    await restoreIt(model, world, { name, kind })
    await comeIn(model, real)
    // The record names the folder of its day, and a console that was killed stood in another place.
    valueOf(await world.core.run('backups.set-folder', { path: world.drive }))
  }
}

async function restoreIt(
  model: Model,
  world: BackupWorld,
  { name, kind }: { readonly name: string; readonly kind: 'passphrase' | 'recovery' },
): Promise<void> {
  const { now } = model
  const then = definitely(model.backups.get(name))
  const secret = kind === 'passphrase' ? then.passphrase : then.code
  const opensNow = secret === (kind === 'passphrase' ? now.passphrase : now.code)
  const isKept = opensNow || then.root === now.root || then.privateKey === now.privateKey
  const folder = join(world.drive, name)
  const first = await restoreBackup(world, folder, { kind, secret })
  const aside = { ok: false, error: { code: 'private-notes-locked' } }
  if (!isKept && JSON.stringify(first) !== JSON.stringify(aside)) throw new Error(JSON.stringify(first))
  const restored = isKept
    ? first
    : await restoreBackup(world, folder, { kind, secret, maySetPrivateNotesAside: true })
  const { privateNotes } = definitely(valueOf(restored))
  if (privateNotes !== (isKept ? 'kept' : 'set-aside')) throw new Error(privateNotes)
  if (!isKept) model.privateNotes = new Map()
  model.now = {
    ...then,
    privateKey: isKept ? now.privateKey : draw(model),
    // Nobody comes in again whom the vault that stood there did not let in.
    reviewers: then.reviewers.filter((one) => now.reviewers.includes(one)),
  }
  model.entry = `${kind} restored`
}

const renew: Act = async (model, { world }) => {
  const { now } = model
  await world.get('keys.renew', { authorPassphrase: now.passphrase, recoveryCode: now.code })
  const { stage } = await renewed(world)
  if (stage !== 'done') throw new Error(stage)
  model.now = { ...now, root: draw(model), privateKey: draw(model) }
  model.entry = 'keys-renewed'
}

const changePassphrase: Act = async (model, { world }) => {
  const passphrase = nextWord(model, 'quiet harbour passphrase')
  const proof = { kind: 'passphrase', secret: model.now.passphrase } as const
  await world.get('keys.change-passphrase', { proof, passphrase })
  model.secrets.add(passphrase)
  model.now = { ...model.now, passphrase }
  model.entry = 'passphrase-changed'
}

const changeCode: Act = async (model, { world }) => {
  const code = proposeRecoveryCode(systemRandom.bytes)
  await world.get('keys.change-recovery-code', { authorPassphrase: model.now.passphrase, recoveryCode: code })
  model.secrets.add(code)
  model.now = { ...model.now, code }
  model.entry = 'recovery-code-changed'
}

const letIn: Act = async (model, { world }) => {
  if (model.now.reviewers.length > 1) return
  const draft = { name: nextWord(model, 'reviewer'), initials: 'NH', credentials: 'PhD' }
  const { personId } = await world.get('roster.create-facilitator', draft)
  const passphrase = nextWord(model, 'orchard violin seventeen')
  const authorPassphrase = model.now.passphrase
  await world.get('reviewer.let-in', { personId, passphrase, authorPassphrase })
  model.secrets.add(passphrase)
  model.now = { ...model.now, reviewers: [...model.now.reviewers, { personId, passphrase }] }
  model.entry = 'reviewer-let-in'
}

const revoke: Act = async (model, { world }) => {
  const [first, ...others] = model.now.reviewers
  if (first === undefined) return
  const header = valueOf(readHeaderOf(world.paths.vaultDir))
  model.revokedKeys.push(definitely(await openAsReviewer(header, first.passphrase)).record)
  const { personId } = first
  await world.get('reviewer.revoke', { personId, authorPassphrase: model.now.passphrase })
  model.now = { ...model.now, reviewers: others }
  model.entry = 'reviewer-revoked'
}

const lockAndOpenByCode: Act = async (model, real) => {
  await real.world.get('vault.lock', {})
  valueOf(await unlock(real, model.now.code, 'recovery'))
}

const haveItReviewed: Act = async (model, real) => {
  const [reviewer] = model.now.reviewers
  if (reviewer === undefined) return
  await real.world.get('vault.lock', {})
  valueOf(await unlock(real, reviewer.passphrase))
  if ((await real.world.get('vault.access', {})) !== 'reviewing') throw new Error('no reviewer')
  await comeIn(model, real)
}

/** The console is killed so many turns after something was begun; what it left is opened by another one. */
function killIn(
  begin: (model: Model, world: BackupWorld) => Promise<Answer<'keys.renew' | 'backups.make'>>,
  turns: number,
): Act {
  return async (model, real) => {
    const { world: killed } = real
    await begin(model, killed)
    for (let turn = 0; turn < turns; turn += 1)
      await new Promise<void>((resolve) => void setImmediate(resolve))
    const world = createWorld()
    world.clock.pass(killed.clock.read().wallMs - world.clock.read().wallMs)
    cpSync(killed.folder, world.folder, { recursive: true })
    await killed.close()
    real.world = { ...world, drive: join(world.folder, 'drive') }
    valueOf(await unlock(real, model.now.passphrase))
    valueOf(await world.core.run('backups.set-folder', { path: real.world.drive }))
  }
}

const renewing = (model: Model, world: BackupWorld) =>
  world.ask('keys.renew', { authorPassphrase: model.now.passphrase, recoveryCode: model.now.code })
const backingUp = (_: Model, world: BackupWorld) => world.ask('backups.make', {})

const acts: Readonly<Record<string, Act>> = {
  holdSession,
  putOnFile,
  erase,
  destroyPrivate,
  makeBackup,
  renew,
  changePassphrase,
  changeCode,
  letIn,
  revoke,
  lockAndOpenByCode,
  haveItReviewed,
}

/** One act of a history, with a name that a failure can be read by. */
export interface Named {
  readonly name: string
  readonly act: Act
}

const named = Object.entries(acts).map(([name, act]): Named => ({ name, act }))

export const anyAct: fc.Arbitrary<Named> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...named) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('newest', 'oldest'), fc.constantFrom('passphrase', 'recovery'))
      .map(([which, kind]) => ({ name: `restore the ${which} by ${kind}`, act: restoreThe(which, kind) })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.boolean(), fc.nat({ max: 60 })).map(([isRenewing, turns]) => ({
      name: `kill ${turns} turns into ${isRenewing ? 'new keys' : 'a backup'}`,
      act: killIn(isRenewing ? renewing : backingUp, turns),
    })),
  },
)
