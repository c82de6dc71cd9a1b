import type { Dice } from '../../properties/dice.ts'
import type { Finding } from './campaign.ts'
import { cutOrExtend, flipIn, type Harm } from './damage.ts'
import { makeBackupToDamage, tryBackup } from './damaged-backup.ts'
import { spoil, strangeFile } from './import-fuzz-tables.ts'

/** Somebody who is shown backups: a few whole ones, and those that are not as they were written. */
export interface BackupDesk {
  /** Reads one at random as a trial and a restore do; answers what was wrong with that, null where nothing was. */
  tryBackup(dice: Dice): Promise<readonly [Finding, string] | null>
}

export async function openBackupDesk(): Promise<BackupDesk> {
  const backup = await makeBackupToDamage()
  return { tryBackup: (dice) => tryBackup(dice, dice.pick<Harm>(harms), backup) }
}

const harms: readonly [Harm, ...Harm[]] = [
  flipIn,
  cutOrExtend,
  (dice, bytes) => ({ bytes: Buffer.from(spoil(dice, bytes)), words: 'parts moved, lost and put in' }),
  (dice) => ({ bytes: Buffer.from(strangeFile(dice)), words: 'another file' }),
]
