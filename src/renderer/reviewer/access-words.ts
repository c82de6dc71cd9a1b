import type { AccessEntry } from '../../shared/ipc/access-log-calls.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'

/** Who had the vault open. */
export function openerWords(
  { openedBy, reviewerId }: Pick<AccessEntry, 'openedBy' | 'reviewerId'>,
  roster: Roster,
): string {
  switch (openedBy) {
    case 'passphrase':
      return roster.facilitators.find(({ isAuthor }) => isAuthor)?.name ?? 'Its author'
    case 'recovery':
      return 'Somebody with the recovery code'
    case 'computer':
      return 'Whoever was signed in, by this computer’s key'
    case 'reviewer':
      return `${nameOf(reviewerId, roster)}, reviewing`
  }
}

/** What they did, by the names of now. */
export function accessWords({ what, personId }: AccessEntry, roster: Roster): string {
  switch (what) {
    case 'opened':
      return 'Opened the vault'
    case 'member-viewed':
      return `Looked at ${memberOf(personId, roster)}`
    case 'exported':
      return personId === null ? 'Made a document' : `Made a document about ${memberOf(personId, roster)}`
    case 'disclosed':
      return `Entered a disclosure about ${memberOf(personId, roster)}`
    case 'reviewer-let-in':
      return `Let ${nameOf(personId, roster)} review`
    case 'reviewer-revoked':
      return `Took the way in of ${nameOf(personId, roster)} away, and changed the key of the record`
    case 'passphrase-changed':
      return 'Changed the author’s passphrase'
    case 'recovery-code-changed':
      return 'Made another recovery code'
    case 'keys-renewed':
      return 'Made all keys new'
    case 'computer-key-on':
      return 'Let this computer’s key open the vault'
    case 'computer-key-off':
      return 'Turned this computer’s key off'
    case 'restored':
      return 'Restored a backup: what stood here before was set aside'
  }
}

function memberOf(personId: PersonId | null, { members }: Roster): string {
  return members.find(({ id }) => id === personId)?.preferredName ?? `an ${erasedMember.toLowerCase()}`
}

function nameOf(personId: PersonId | null, { facilitators }: Roster): string {
  return facilitators.find(({ id }) => id === personId)?.name ?? 'somebody no longer on file'
}
