import { renewalFailureCodeSchema, type RenewalState } from '../../../shared/ipc/key-calls.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import type { Unlocked, VaultAccess } from '../access.ts'
import type { Random } from '../effects.ts'
import type { Push } from '../push.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { drawNewKeys, forgetNewKeys, type NewKeys } from '../vault/new-keys.ts'
import { openWithKeys, type OpenVault } from '../vault/open-vault.ts'
import { countStoredBytes, renewKeys } from '../vault/renew-keys.ts'
import type { Strength } from '../vault/slot-key.ts'
import { readHeaderOf } from '../vault/unlock-vault.ts'
import { writeHeader } from '../vault/header.ts'
import type { Tries } from './tries.ts'

/**
 * Makes all keys new, a slice in one go, while whatever is asked meanwhile is answered: that the vault is busy, or that it is
 * locked now. Until the last moment the vault is what it was; a lock, a cancel, a crash and a full disk leave it so.
 */
export interface Renewal {
  state(): RenewalState
  begin(secrets: ParsedInputOf<'keys.renew'>): Promise<Answer<'keys.renew'>>
  cancel(): void
}

interface Sources {
  readonly vaultDir: string
  readonly access: VaultAccess<Unlocked>
  readonly random: Random
  readonly push: Push
  readonly chooseStrength: () => Promise<Strength>
  readonly tries: Tries
}

interface Context extends Sources {
  state: RenewalState
  /** Whether the last one is gone, to its last file. */
  isAtWork: boolean
  isCancelled: boolean
  toldAtMs: number
}

const tellEveryMs = 100

export function createRenewal(sources: Sources): Renewal {
  const context: Context = {
    ...sources,
    state: { stage: 'idle' },
    isAtWork: false,
    isCancelled: false,
    toldAtMs: 0,
  }
  return {
    state: () => context.state,
    begin: (secrets) => begin(context, secrets),
    cancel() {
      context.isCancelled = true
    },
  }
}

async function begin(
  context: Context,
  { authorPassphrase, recoveryCode }: ParsedInputOf<'keys.renew'>,
): Promise<Answer<'keys.renew'>> {
  const { vaultDir, access, random, chooseStrength, tries } = context
  const open = access.vault()
  if (open?.role !== 'author') return fail({ code: 'locked' })
  if (context.isAtWork) return fail({ code: 'in-use' })
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
  setToWork(context, drawn.value)
  return succeed('opens')
}

/** What it was given is forgotten when it ends, or at once when the vault is locked. */
function setToWork(context: Context, fresh: NewKeys): void {
  context.isAtWork = true
  context.isCancelled = false
  let isLocked = false
  const vault = context.access.setAside(() => {
    isLocked = true
    forgetNewKeys(fresh)
  })
  vault?.close()
  const work = renew(context, fresh, () => isLocked)
  void work.finally(() => {
    forgetNewKeys(fresh)
    context.isAtWork = false
  })
}

async function renew(context: Context, fresh: NewKeys, isLocked: () => boolean): Promise<void> {
  const { vaultDir, random } = context
  const totalBytes = 2 * countStoredBytes(vaultDir)
  enter(context, { stage: 'running', step: 'encrypt', doneBytes: 0, totalBytes })
  const ended = await renewKeys({
    folder: vaultDir,
    fresh,
    randomBytes: random.bytes,
    onBytes: (step, count) => tell(context, step, count),
    // What was asked meanwhile is answered.
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
    goesOn: () => !context.isCancelled && !isLocked(),
  })
  // The window is at the lock, and there is nothing to put back.
  if (isLocked()) return enter(context, { stage: 'idle' })
  const state = stateOf(ended.ok ? 'done' : ended.error.code)
  reopen(context, fresh)
  enter(context, state)
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
  const opened = openWithKeys(vaultDir, its, 'kept')
  return opened.ok ? opened.value : null
}

function stateOf(code: string): RenewalState {
  if (code === 'done' || code === 'cancelled') return { stage: code }
  return { stage: 'failed', code: renewalFailureCodeSchema.parse(code) }
}

function tell(context: Context, step: 'encrypt' | 'check', count: number): void {
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
