import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import {
  renewalFailureCodeSchema,
  type RenewalAct,
  type RenewalState,
  type RenewalStep,
} from '../../../shared/ipc/key-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import { insertAccess } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Push } from '../push.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { drawNewKeys, forgetNewKeys, type NewKeys } from '../vault/new-keys.ts'
import { openWithKeys, type OpenVault } from '../vault/open-vault.ts'
import { bothStores, countStoredBytes, renewKeys, type RenewingPlan } from '../vault/renew-keys.ts'
import { settleDatabase } from '../vault/settle-database.ts'
import type { Strength } from '../vault/slot-key.ts'
import { readHeaderOf } from '../vault/unlock-vault.ts'
import { diskFailureOf, onDisk } from '../vault/vault-failure.ts'
import { writeHeader } from '../vault/header.ts'
import type { Tries } from './tries.ts'

/** Another key for one database or for both, for the sake of what it takes away. */
export interface StoreChange {
  readonly act: RenewalAct
  /** Forgotten by whoever makes the change. */
  readonly fresh: NewKeys
  readonly plan: RenewingPlan
}

/**
 * Makes keys new, a slice in one go, while whatever is asked meanwhile is answered: that the vault is busy, or that it is
 * locked now. Until the last moment the vault is what it was; a lock, a cancel, a crash and a full disk leave it so.
 */
export interface Renewal {
  state(): RenewalState
  /** Makes all of them new, beside the calls. */
  begin(secrets: ParsedInputOf<'keys.renew'>): Promise<Answer<'keys.renew'>>
  /**
   * Answers when it has ended, out of the turn of the call that asks for it. Fails with `cancelled`, `locked`, `in-use`, and as
   * `renewKeys` does.
   */
  change(change: StoreChange): Promise<Result<null, Failure>>
  cancel(): void
}

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly clock: Clock
  readonly random: Random
  readonly push: Push
  readonly chooseStrength: () => Promise<Strength>
  readonly tries: Tries
  /** Lets the next call come to its turn, before the one at work has been answered. */
  readonly leaveTurn: () => void
}

interface Context extends Sources {
  state: RenewalState
  isCancelled: boolean
  toldAtMs: number
}

const tellEveryMs = 100

export function createRenewal(sources: Sources): Renewal {
  const context: Context = {
    ...sources,
    state: { stage: 'idle' },
    isCancelled: false,
    toldAtMs: 0,
  }
  return {
    state: () => context.state,
    begin: (secrets) => begin(context, secrets),
    change: (asked) => change(context, asked),
    cancel() {
      context.isCancelled = true
    },
  }
}

async function begin(
  context: Context,
  { authorPassphrase, recoveryCode }: ParsedInputOf<'keys.renew'>,
): Promise<Answer<'keys.renew'>> {
  const { vaultDir, access, clock, random, chooseStrength, tries } = context
  const open = access.vault()
  if (open?.role !== 'author') return fail({ code: 'locked' })
  if (access.isWorkedOn()) return fail({ code: 'in-use' })
  // It would stand still for as long as the databases are written.
  if (listActiveSessions(open.record).length > 0) return fail({ code: 'session-open' })
  if (parseRecoveryCode(recoveryCode) === null) return succeed('mistyped')
  const secrets = { passphrase: authorPassphrase, recoveryCode }
  const drawn = await drawNewKeys(vaultDir, secrets, chooseStrength, random.bytes)
  if (!drawn.ok) {
    const { code } = drawn.error
    if (code === 'wrong-secret' || code === 'wrong-code') tries.miss()
    return drawn.error.code === 'wrong-code' ? succeed('opens-nothing') : fail(drawn.error)
  }
  tries.forgive()
  const plan: RenewingPlan = {
    stores: bothStores,
    alter: null,
    last: (writeTo) =>
      writeTo('record', (record) => insertAccess(record, 'keys-renewed', {}, clock.read().wallMs)),
  }
  void setToWork(context, { act: 'renew', fresh: drawn.value, plan })
  return succeed('opens')
}

async function change(context: Context, asked: StoreChange): Promise<Result<null, Failure>> {
  if (context.access.isWorkedOn()) {
    forgetNewKeys(asked.fresh)
    return fail({ code: 'in-use' })
  }
  const work = setToWork(context, asked)
  // It answers when it has ended. Until then the vault is nobody's, and whoever asks is told so.
  context.leaveTurn()
  return work
}

/** What it was given is forgotten when it ends, or at once when the vault is locked. */
function setToWork(context: Context, asked: StoreChange): Promise<Result<null, Failure>> {
  context.isCancelled = false
  let isLocked = false
  const vault = context.access.setAside(() => {
    isLocked = true
    forgetNewKeys(asked.fresh)
  })
  vault?.close()
  const work = renew(context, asked, () => isLocked)
    .catch((error: unknown) => {
      context.access.lock()
      throw error
    })
    .finally(() => forgetNewKeys(asked.fresh))
  context.access.workOn(work)
  return work
}

async function renew(
  context: Context,
  { act, fresh, plan }: StoreChange,
  isLocked: () => boolean,
): Promise<Result<null, Failure>> {
  const { vaultDir, random } = context
  const [first, stepCount] = plan.alter === null ? (['encrypt', 2] as const) : (['copy', 4] as const)
  const ended = await onDisk(async () => {
    const totalBytes = stepCount * countStoredBytes(vaultDir, plan.stores)
    enter(context, { stage: 'running', act, step: first, doneBytes: 0, totalBytes })
    return renewKeys({
      folder: vaultDir,
      fresh,
      plan,
      randomBytes: random.bytes,
      onBytes: (step, count) => tell(context, step, count),
      // What was asked meanwhile is answered.
      pause: () => new Promise((resolve) => void setImmediate(resolve)),
      goesOn: () => !context.isCancelled && !isLocked(),
    })
  })
  // The window is at the lock, and there is nothing to put back.
  if (isLocked()) {
    enter(context, { stage: 'idle' })
    return fail({ code: 'locked' })
  }
  const state = stateOf(act, ended.ok ? 'done' : ended.error.code)
  reopen(context, fresh)
  enter(context, state)
  return ended
}

/** The vault as it is now, under the keys that its header leads to. Locked, where it does not open. */
function reopen({ vaultDir, access }: Context, fresh: NewKeys): void {
  const opened = openAsItIs(vaultDir, fresh)
  if (opened === null) access.lock()
  else access.putBack(opened)
}

function openAsItIs(vaultDir: string, { keys, newKeys, oldHeader, header }: NewKeys): OpenVault | null {
  const now = readHeaderOf(vaultDir)
  if (!now.ok) return null
  const text = writeHeader(now.value)
  const its = text === writeHeader(header) ? newKeys : text === writeHeader(oldHeader) ? keys : null
  if (its === null) return null
  try {
    // Where the disk failed after the new header counted, one of them may have to be put in its place still.
    for (const store of bothStores) settleDatabase(vaultDir, store, its[store])
    const opened = openWithKeys(vaultDir, its, 'kept')
    return opened.ok ? opened.value : null
  } catch (error) {
    if (diskFailureOf(error) === null) throw error
    return null
  }
}

function stateOf(act: RenewalAct, code: string): RenewalState {
  if (code === 'done' || code === 'cancelled') return { stage: code, act }
  return { stage: 'failed', act, code: renewalFailureCodeSchema.parse(code) }
}

function tell(context: Context, step: RenewalStep, count: number): void {
  const { state } = context
  if (state.stage !== 'running') return
  const next = { ...state, step, doneBytes: state.doneBytes + count }
  if (performance.now() - context.toldAtMs >= tellEveryMs || step !== state.step) enter(context, next)
  else context.state = next
}

function enter(context: Context, state: RenewalState): void {
  context.state = state
  context.toldAtMs = performance.now()
  context.push('keys.renewal-changed', state)
}
