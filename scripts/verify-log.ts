import { resolve } from 'node:path'
import type { Failure } from '../src/shared/ipc/failure.ts'
import { verifyAll, type BreakKind, type Verdict } from '../src/main/core/session/verify.ts'
import { StoreError } from '../src/main/core/vault/store-error.ts'
import { openRecordToRead } from '../src/main/core/vault/read-record.ts'
import { vaultExists } from '../src/main/core/vault/unlock-vault.ts'
import { askSecret } from './support/ask-secret.ts'

const exitCodes = { whole: 0, broken: 1, notOpened: 2 } as const

const [folder, ...others] = process.argv.slice(2)
if (folder === undefined || others.length > 0) stop('Usage: npm run verify-log -- VAULT_DIR')
const vaultDir = resolve(folder)
if (!vaultExists(vaultDir)) stop(wordsForFailure('no-vault'))

const secret = await askSecret('Passphrase: ')
if (secret === null) stop('No passphrase was given.')
const opened = await openRecordToRead(vaultDir, { kind: 'passphrase', secret })
if (!opened.ok) stop(wordsForFailure(opened.error.code))
const reading = opened.value
try {
  process.exitCode = report(verifyAll(reading.record))
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  console.error(wordsForFailure(error.code))
  process.exitCode = exitCodes.broken
} finally {
  reading.close()
}

function report(verdicts: readonly Verdict[]): number {
  for (const { sessionId, eventCount, firstBreak } of verdicts) {
    const verdict =
      firstBreak === null ? 'whole' : `BROKEN at event ${firstBreak.seq}: ${wordsForBreak(firstBreak.what)}`
    console.log(`${sessionId}  ${String(eventCount).padStart(5)} events  ${verdict}`)
  }
  const broken = verdicts.filter(({ firstBreak }) => firstBreak !== null).length
  console.log(`${verdicts.length} ${verdicts.length === 1 ? 'session' : 'sessions'}, ${broken} broken`)
  return broken === 0 ? exitCodes.whole : exitCodes.broken
}

function stop(words: string): never {
  console.error(words)
  process.exit(exitCodes.notOpened)
}

function wordsForBreak(what: BreakKind): string {
  switch (what) {
    case 'log-missing':
      return 'its log is gone'
    case 'seq-gap':
      return 'an event is missing here'
    case 'hash-differs':
      return 'the hash does not follow from the event and the one before'
    case 'event-unreadable':
      return 'the event is none that the console writes'
    case 'not-prepared-first':
      return 'the log does not begin with the preparation, or holds a second one'
    case 'act-out-of-order':
      return 'the event does not belong to the act that it names'
    case 'clock-ran-back':
      return 'the clock ran back'
    case 'jump-unrecorded':
      return 'the wall clock jumped and the log does not say so'
    case 'note-missing':
      return 'the text of a note is gone'
    case 'note-altered':
      return 'the text of a note is not what was written'
    case 'note-unknown':
      return 'there is a note that the log does not know'
    case 'note-not-erased':
      return 'a text that was erased with its chart is there'
    case 'erased-otherwise':
      return 'the log names other texts as erased than those of that chart'
    case 'projection-missing':
      return 'the session is missing in the list of sessions'
    case 'projection-differs':
      return 'what is shown of the session differs from its log'
  }
}

function wordsForFailure(code: Failure['code'] | 'older-version'): string {
  switch (code) {
    case 'no-vault':
      return 'There is no vault in this folder.'
    case 'wrong-secret':
      return 'The passphrase does not open this vault.'
    case 'in-use':
      return 'The vault is open in another program. Close the console, then try again.'
    case 'newer-version':
      return 'The vault was written by a newer version of the console.'
    case 'older-version':
      return 'The vault was written by an older version of the console. Unlock it once in this one, then try again.'
    case 'weakened':
      return 'The vault asks for less work on the passphrase than is safe, so it is not opened.'
    case 'missing-header':
      return 'vault.json is missing.'
    case 'linked-vault':
      return 'The folder is a link, which is not followed.'
    case 'damaged-header':
      return 'vault.json is damaged.'
    case 'damaged-record':
      return 'record.db is damaged.'
    case 'missing-record':
      return 'record.db is missing.'
    case 'not-writable':
      return 'The folder cannot be written to, and a database cannot be opened there.'
    case 'disk-full':
      return 'The disk is full, and a database cannot be opened on it.'
    default:
      return `The vault was not opened (${code}).`
  }
}
