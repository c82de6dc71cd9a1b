import type { PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import {
  ledgerFileName,
  type DisclosureLedgerFacts,
  type LedgerEntry,
} from '../../../shared/record/disclosure-ledger.ts'
import { newestFirst, type Disclosure } from '../../../shared/record/disclosure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { erasedMember } from '../../../shared/roster/erased-member.ts'
import type { Member } from '../../../shared/roster/member.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import { isUnderPart2, type Part2 } from '../../../shared/session/vocabulary.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { stampSeries } from '../export/sessionless-stamps.ts'
import type { Stamped } from '../protocol.ts'
import {
  findMember,
  listFacilitators,
  listGroups,
  listMembers,
  readClinic,
} from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listDisclosures, listPart2OfMember } from './disclosure-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
  readonly random: Random
}

/**
 * The ledger of one member, or of all where it is null, taken from record.db alone. Fails with `not-found` for whoever is
 * not on file.
 */
export function readLedgerFacts(
  record: ReadableDb<'record'>,
  now: Stamp,
  personId: PersonId | null,
): Result<DisclosureLedgerFacts, Failure> {
  const member = personId === null ? null : findMember(record, personId)
  if (member === undefined) return fail({ code: 'not-found' })
  const entered = listDisclosures(record, personId)
  return succeed({
    clinic: readClinic(record),
    part2: member === null ? part2OfAll(record, entered) : part2OfMember(record, member.id),
    zone: now.zone,
    asOf: isoDay(now.wallMs, now.zone),
    member: member === null ? null : shown(member),
    entries: newestFirst(numbered(record, entered, member === null)),
  })
}

/** The same with its stamp, as a document of its own. */
export function stampedLedger(
  { record, clock, random }: Sources,
  personId: PersonId | null,
): Result<Stamped<DisclosureLedgerFacts>, Failure> {
  const ledger = readLedgerFacts(record, clock.read(), personId)
  if (!ledger.ok) return ledger
  const facts = ledger.value
  const nameFile = (code: string) => ledgerFileName(facts, code, 'pdf')
  return succeed({
    facts,
    stamp: stampSeries(record, random, { kind: 'disclosure-ledger', personId }, facts, nameFile),
  })
}

/** What a member's groups are under. Where they have none, nobody knows, which counts as Part 2. */
export function part2OfMember(record: ReadableDb<'record'>, personId: PersonId): Part2 {
  return strictest(listPart2OfMember(record, personId))
}

function part2OfAll(record: ReadableDb<'record'>, entered: readonly Disclosure[]): Part2 {
  const people = new Set(entered.map(({ personId }) => personId))
  return strictest([
    ...listGroups(record).map(({ part2 }) => part2),
    ...Array.from(people, (personId) => part2OfMember(record, personId)),
  ])
}

function strictest(known: readonly Part2[]): Part2 {
  return known.length === 0 ? 'unsure' : (known.find(isUnderPart2) ?? 'none')
}

function shown({ preferredName, chartId }: Pick<Member, 'preferredName' | 'chartId'>) {
  return { name: preferredName, chartId }
}

const offFile = { name: erasedMember, chartId: '' }

function numbered(
  record: ReadableDb<'record'>,
  entered: readonly Disclosure[],
  namesMembers: boolean,
): LedgerEntry[] {
  const members = new Map(namesMembers ? listMembers(record).map((member) => [member.id, shown(member)]) : [])
  const facilitators = new Map(listFacilitators(record).map(({ id, name }) => [id, name]))
  const numbers = new Map(entered.map(({ disclosureId }, index) => [disclosureId, index + 1]))
  const numberOf = (id: Disclosure['correctsId']) => (id === null ? null : (numbers.get(id) ?? null))
  return entered.map((entry, index) => {
    const { disclosedOn, what, recipient, purpose, consentReference, enteredAtMs } = entry
    return {
      number: index + 1,
      member: namesMembers ? (members.get(entry.personId) ?? offFile) : null,
      disclosedOn,
      what,
      recipient,
      purpose,
      consentReference,
      enteredAtMs,
      enteredBy: facilitators.get(entry.enteredById) ?? '—',
      corrects: numberOf(entry.correctsId),
      correctedBy: numberOf(entry.correctedById),
    }
  })
}
