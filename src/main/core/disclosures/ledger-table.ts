import { isoLocalTime } from '../../../shared/iso-time.ts'
import type { DisclosureLedgerFacts, LedgerEntry } from '../../../shared/record/disclosure-ledger.ts'
import { part2Statement2 } from '../../../shared/record/part2-statements.ts'
import { isUnderPart2 } from '../../../shared/session/vocabulary.ts'
import type { Table } from '../export/csv-table.ts'

const headings = [
  'No.',
  'Date',
  'Chart id',
  'Member',
  'What',
  'Recipient',
  'Purpose',
  'Consent',
  'Entered',
  'Entered by',
  'Corrects no.',
  'Corrected by no.',
  'Notice',
]

/** A ledger as a table. No page carries its notice, so that each line does. */
export function ledgerTable({ entries, member, part2, zone }: DisclosureLedgerFacts): Table {
  const notice = isUnderPart2(part2) ? part2Statement2 : ''
  const rowOf = (entry: LedgerEntry) => {
    const whose = entry.member ?? member
    return [
      entry.number,
      entry.disclosedOn,
      whose?.chartId ?? '',
      whose?.name ?? '',
      entry.what,
      entry.recipient,
      entry.purpose,
      entry.consentReference,
      isoLocalTime(entry.enteredAtMs, zone),
      entry.enteredBy,
      entry.corrects,
      entry.correctedBy,
      notice,
    ]
  }
  return { headings, rows: entries.map(rowOf) }
}
