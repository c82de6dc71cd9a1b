import { documentTimes } from '../../shared/record/document-times.ts'
import type { DisclosureLedgerFacts, LedgerEntry } from '../../shared/record/disclosure-ledger.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { chartWords } from './chart-words.ts'
import { Letterhead, Part2Notice, ScopeLine } from './parts.tsx'
import { calendarDays } from './period-words.ts'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'

/** Says days as a locale does, and moments where the clinic is. */
interface LedgerWords {
  day(isoDay: string): string
  moment(wallMs: number): string
}

/** What was disclosed of one member's record, for them or whoever asks in their name; or of all, for the clinic alone. */
export function disclosureLedgerDocument(
  facts: DisclosureLedgerFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  return printable({
    stamp,
    part2: facts.part2,
    // With a column more, for whose record it was.
    isLandscape: facts.member === null,
    chartId: facts.member?.chartId,
    body: <Ledger facts={facts} words={ledgerWords(facts.zone, locale)} />,
  })
}

function ledgerWords(zone: string, locale: string | undefined): LedgerWords {
  const words = documentTimes(zone, locale)
  return { day: calendarDays(locale), moment: (wallMs) => words.moment(wallMs) }
}

interface LedgerProps {
  readonly facts: DisclosureLedgerFacts
  readonly words: LedgerWords
}

function Ledger({ facts, words }: LedgerProps) {
  const { clinic, part2, entries, asOf } = facts
  return (
    <article className="ledger">
      <header>
        <Letterhead clinic={clinic} aside="Confidential" />
        <Title facts={facts} words={words} />
      </header>
      {isUnderPart2(part2) && <Part2Notice scope={<Scope facts={facts} />} />}
      {entries.length === 0 ? (
        <p className="nothing">No disclosure was entered up to {words.day(asOf)}.</p>
      ) : (
        <Entries facts={facts} words={words} />
      )}
    </article>
  )
}

function Scope({ facts: { clinic, member } }: Pick<LedgerProps, 'facts'>) {
  const whose =
    member === null
      ? 'the program’s own account, which names several patients,'
      : 'this patient’s own account'
  return (
    <ScopeLine>
      {whose} of what was disclosed by <bdi>{clinic}</bdi>. No consent to disclose it to anybody else is named
      on this copy.
    </ScopeLine>
  )
}

function Title({ facts: { member, asOf, entries }, words }: LedgerProps) {
  const corrected = entries.filter(({ correctedBy }) => correctedBy !== null).length
  return (
    <div className="title">
      <div>
        <h1>{member === null ? 'All members' : <bdi>{member.name}</bdi>}</h1>
        <p>
          {member === null
            ? 'For the clinic alone: it names everyone whose record was disclosed'
            : chartWords(member.chartId)}
        </p>
      </div>
      <div>
        <p>
          <b>Disclosures up to {words.day(asOf)}</b>
        </p>
        {entries.length > 0 && (
          <p>
            {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
            {corrected > 0 && `, ${corrected} corrected`}
          </p>
        )}
      </div>
    </div>
  )
}

/** The columns by the names of their styles. */
const columns = {
  number: 'No.',
  day: 'Date',
  member: 'Whose record',
  what: 'What',
  recipient: 'Recipient',
  purpose: 'Purpose',
  consent: 'Consent',
} as const

function Entries({ facts: { entries, member }, words }: LedgerProps) {
  const { member: _, ...ofOne } = columns
  return (
    <table>
      <thead>
        <tr>
          {Object.entries(member === null ? columns : ofOne).map(([name, heading]) => (
            <th key={name} scope="col" className={name}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Entry({ entry, words }: { readonly entry: LedgerEntry; readonly words: LedgerWords }) {
  const { number, disclosedOn, member, what, recipient, purpose, consentReference } = entry
  return (
    <tr className={entry.correctedBy === null ? undefined : 'corrected'}>
      <td>{number}</td>
      <th scope="row">{words.day(disclosedOn)}</th>
      {member !== null && (
        <td>
          <bdi>{member.name}</bdi>
          <span className="remark">{member.chartId === '' ? '' : chartWords(member.chartId)}</span>
        </td>
      )}
      <td>
        <Corrections entry={entry} />
        <bdi>{what}</bdi>
        <span className="remark">
          Entered {words.moment(entry.enteredAtMs)} by <bdi>{entry.enteredBy}</bdi>
        </span>
      </td>
      {[recipient, purpose, consentReference].map((text, index) => (
        // Three columns in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={index}>
          <bdi>{text}</bdi>
        </td>
      ))}
    </tr>
  )
}

/** In words, since grey letters alone say nothing on a copy. */
function Corrections({ entry: { corrects, correctedBy } }: { readonly entry: LedgerEntry }) {
  return (
    <>
      {correctedBy !== null && <b>Corrected by no. {correctedBy}. </b>}
      {corrects !== null && <b>Correction of no. {corrects}. </b>}
    </>
  )
}
