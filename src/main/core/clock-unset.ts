import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Clock } from './clock.ts'
import type { CoreCallName } from './protocol.ts'

/**
 * A computer whose battery is empty begins anew on the first day of 1970, or of a year soon after. No session of today was
 * held before this moment.
 */
const firstSensibleMs = Date.UTC(1980, 0, 1)

/**
 * What opens or restores the vault, begins a session or signs: each puts a date into the record that nobody can take out again.
 * A backup bears one for as long as it is kept.
 */
const dated: ReadonlySet<CoreCallName> = new Set<CoreCallName>([
  'vault.create',
  'vault.unlock',
  'backups.make',
  'backups.restore',
  'session.prepare',
  'note.sign',
  'note.amend',
  'note.co-sign',
  'follow-up.close',
])

/** Whether a call has to wait until the computer's clock is set. A session that runs goes on: it counts without it. */
export function waitsForClock<Name extends CoreCallName>(
  name: Name,
  input: ParsedInputOf<Name>,
  clock: Clock,
): boolean {
  return (dated.has(name) || isStart(input)) && isClockUnset(clock)
}

/** Whether the computer's clock was never set. */
export function isClockUnset(clock: Clock): boolean {
  return clock.read().wallMs < firstSensibleMs
}

function isStart(input: unknown): boolean {
  const command = typeof input === 'object' && input !== null && 'command' in input ? input.command : null
  return typeof command === 'object' && command !== null && 'type' in command && command.type === 'start'
}
