import type { Disclosure } from '../../shared/record/disclosure.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'

/** An entry as the table shows it, with the names of its people and the entries that belong to it. */
export interface LedgerRow {
  readonly entry: Disclosure
  readonly member: string
  readonly enteredBy: string
  /** The one that it corrects, and the one that corrects it. */
  readonly corrects: Disclosure | null
  readonly correctedBy: Disclosure | null
}

export function ledgerRows(
  entries: readonly Disclosure[],
  { members, facilitators }: Pick<Roster, 'members' | 'facilitators'>,
): LedgerRow[] {
  const byId = new Map(entries.map((entry) => [entry.disclosureId, entry]))
  const memberNames = new Map(members.map(({ id, preferredName }) => [id, preferredName]))
  const facilitatorNames = new Map(facilitators.map(({ id, name }) => [id, name]))
  const find = (id: Disclosure['correctsId']) => (id === null ? null : (byId.get(id) ?? null))
  return entries.map((entry) => ({
    entry,
    member: memberNames.get(entry.personId) ?? erasedMember,
    enteredBy: facilitatorNames.get(entry.enteredById) ?? '',
    corrects: find(entry.correctsId),
    correctedBy: find(entry.correctedById),
  }))
}

/** `2 of 14 entries`: what a search leaves of the ledger. */
export function countWords(shown: number, all: number): string {
  const entries = all === 1 ? 'entry' : 'entries'
  return shown === all ? `${all} ${entries}` : `${shown} of ${all} ${entries}`
}
