import { counted, listed } from '../../shared/count.ts'
import type {
  Held,
  MeasuredLock,
  MeasuredMemory,
  PrivacyMeasure,
  VaultFile,
} from '../../shared/ipc/privacy-calls.ts'
import { sizeWords } from '../app/size-words.ts'

type Sockets = PrivacyMeasure['sockets']

/** What stands in the ring: a number only where it was counted. */
export function socketFigure(sockets: Sockets): string {
  return sockets === null || isBlind(sockets) ? '–' : sockets.internetCount.toLocaleString('en')
}

/** How the ring is drawn: whole while nothing leads out, open where something does, dotted where nobody can tell. */
export function ringState(sockets: Sockets): 'closed' | 'open' | 'unknown' {
  const figure = socketFigure(sockets)
  return figure === '0' ? 'closed' : figure === '–' ? 'unknown' : 'open'
}

/** How far round it goes for each. */
export const ringFraction = { closed: 1, open: 0.8, unknown: 0 } as const

/** Nobody may look into any of the processes: then there is nothing that was counted. */
function isBlind({ processCount, closedCount }: NonNullable<Sockets>): boolean {
  return processCount === closedCount
}

export function socketUnder(sockets: Sockets): string {
  if (sockets === null || isBlind(sockets)) return 'connections: not measured here'
  const what = sockets.internetCount === 1 ? 'connection out is open' : 'connections out are open'
  return `${what}, in ${processWords(sockets)}`
}

function processWords({ processCount, closedCount }: NonNullable<Sockets>): string {
  if (closedCount === 0) return processCount === 1 ? 'one process' : `${processCount} processes`
  return `${processCount - closedCount} of ${processCount} processes`
}

/** What to think of the number. */
export function socketSentence(sockets: Sockets): string {
  if (sockets === null) {
    return 'This system does not tell which sockets a program holds. The console asks no other computer for anything; here that is a promise, not a measurement.'
  }
  const { internetCount, closedCount, localCount } = sockets
  const own = `${counted(localCount, 'socket')} ${localCount === 1 ? 'is' : 'are'} between its own parts and this computer’s desktop.`
  const closed =
    closedCount === 0
      ? ''
      : ` The system lets nobody look into ${closedCount === 1 ? 'one process' : `${closedCount} processes`}: what those hold is not in the number.`
  const holds =
    closedCount === 0
      ? 'No process of the console holds a way out.'
      : 'No process that could be looked into holds a way out.'
  if (internetCount === 0) return `${holds} ${own}${closed}`
  return `That should not be. Lock the vault, take this computer off the network, and ask whoever looks after it. ${own}${closed}`
}

/** What went out by somebody’s hand. */
export function exportedSentence({
  madeCount,
  onDiskCount,
  deletedCount,
}: PrivacyMeasure['exported']): string {
  if (madeCount === 0) return 'No document was ever made of this vault.'
  const gone = madeCount - onDiskCount - deletedCount
  const parts = [
    `${onDiskCount} of ${madeCount} ${onDiskCount === 1 ? 'stands' : 'stand'} where ${onDiskCount === 1 ? 'it was' : 'they were'} written`,
    ...(deletedCount === 0 ? [] : [`${deletedCount} deleted here`]),
    ...(gone === 0 ? [] : [`${gone} moved or deleted by somebody`]),
  ]
  return `${parts.join(', ')}.`
}

/** The same where there is room for a line. */
export function documentsWords({ madeCount, disclosedCount }: PrivacyMeasure['exported']): string {
  if (madeCount === 0) return 'No document was ever made.'
  return `${counted(madeCount, 'document')} made, ${disclosedCount} given to somebody.`
}

/** Whether other programs on this computer can see what the console shows. */
export function captureSentence(canHide: boolean, isHidden: boolean): string {
  if (!canHide)
    return 'Not here: this system lets no window keep itself out of screenshots, recordings and shared screens. Whatever records the screen sees what you see.'
  return isHidden
    ? 'Kept out of screenshots and shared screens, as you have set it. On macOS some programs see the window in any case, and a camera always does. The room display is not meant.'
    : 'Not kept out of screenshots and shared screens. This system can do it; you have not asked for it.'
}

/** Nothing is said of what proves: that is said once, of all of them. */
const heldWords: Readonly<Record<Held, string>> = {
  encrypted: '',
  lock: ', the lock',
  nothing: ', empty',
  readable: ', not encrypted',
  unknown: ', unknown',
}

/** `record.db 4.1 MB`, `copy.txt 4.2 kB, not encrypted`. */
export function vaultFileWords({ name, bytes, holds }: VaultFile): string {
  return `${name} ${sizeWords(bytes)}${heldWords[holds]}`
}

interface Guard {
  readonly guard: string
  readonly tone?: 'amber'
}

/** Whether the vault is encrypted, as its bytes say: what cannot be told is never called so. */
export function vaultGuard(vault: readonly VaultFile[]): Guard {
  const namesOf = (held: Held) => vault.filter(({ holds }) => holds === held).map(({ name }) => name)
  const readable = namesOf('readable')
  if (readable.length > 0) return { guard: `Not encrypted: ${fewNames(readable)}`, tone: 'amber' }
  const unknown = namesOf('unknown')
  if (unknown.length > 0) return { guard: `Encrypted or not: unknown of ${fewNames(unknown)}`, tone: 'amber' }
  if (namesOf('encrypted').length === 0) return { guard: 'No encrypted file', tone: 'amber' }
  return { guard: 'Encrypted: its pages prove it' }
}

/** So many are told by name; the list beside it has all of them. */
const mostNames = 2

function fewNames(names: readonly string[]): string {
  const more = names.length - mostNames
  return listed(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names)
}

const dumpWords = {
  none: 'What a part that crashes had in its memory is thrown away',
  written: 'The system may write the memory of a part that crashes to the disk',
  'handed-over': 'The system hands the memory of a part that crashes to another program',
} as const

/** Where what was in the memory may stand on a disk: what the system says, and nothing where it is silent. */
export function memoryWords({ swappedBytes, dumps }: MeasuredMemory): string {
  const swapped =
    swappedBytes === null
      ? 'What the system has put aside of it: not measured here'
      : `${swappedBytes === 0 ? 'Nothing' : sizeWords(swappedBytes)} of it is in the system’s swap now`
  return `${dumps === null ? 'What becomes of it in a crash: not measured here' : dumpWords[dumps]}. ${swapped}. What sleep writes: not measured here.`
}

/** Whether any of it may be on a disk; a system that does not say is not taken at its best. */
export function memoryGuard({ swappedBytes, dumps }: MeasuredMemory): Guard {
  if (dumps === 'written' || dumps === 'handed-over' || (swappedBytes ?? 0) > 0)
    return { guard: 'Full-disk encryption protects that', tone: 'amber' }
  return { guard: dumps === null || swappedBytes === null ? 'Not measured here' : 'None of it in swap now' }
}

const wayNames = {
  passphrase: 'The author’s passphrase',
  recovery: 'The recovery code',
  reviewer: 'A reviewer’s passphrase',
  computer: 'This computer’s key',
} as const

/** A way in as the lock has it, and what one guess at it costs. */
export function wayWords({ kind, guess }: MeasuredLock['ways'][number]): readonly [string, string] {
  if (guess === null) return [wayNames[kind], 'random: nobody can guess it']
  return [wayNames[kind], `a guess fills ${guess.memoryKiB / 1_024} MiB, ${counted(guess.passes, 'time')}`]
}
