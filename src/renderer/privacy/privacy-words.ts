import { counted } from '../../shared/count.ts'
import type { PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'

type Sockets = PrivacyMeasure['sockets']

/** What stands in the ring: a number only where it was counted. */
export function socketFigure(sockets: Sockets): string {
  return sockets === null || isBlind(sockets) ? '–' : sockets.internetCount.toLocaleString('en')
}

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

/** Whether other programs on this computer can see what the console shows. */
export function captureSentence(canHide: boolean, isHidden: boolean): string {
  if (!canHide)
    return 'Not here: this system lets no window keep itself out of screenshots, recordings and shared screens. Whatever records the screen sees what you see.'
  return isHidden
    ? 'Kept out of screenshots and shared screens, as you have set it. On macOS some programs see the window in any case, and a camera always does. The room display is not meant.'
    : 'Not kept out of screenshots and shared screens. This system can do it; you have not asked for it.'
}
