import { documentTimes, type DocumentTimes } from '../../shared/record/document-times.ts'
import { lateEntryWords } from '../../shared/record/late-entry.ts'
import { modalityWords } from '../../shared/record/modality-words.ts'
import type { NoteDocumentFacts } from '../../shared/record/note-document.ts'
import type { NoteFacts, SignedNote } from '../../shared/record/note.ts'
import { sessionFacts } from '../../shared/record/session-words.ts'
import { amendmentCounts, authorWords, nameWithCredentials } from '../../shared/record/signature-words.ts'
import { chartLine } from './chart-words.ts'
import { ConsentNotice } from './consent-notice.tsx'
import { Amendments, CoSignatures, Signed } from './note-signatures.tsx'
import { linesOf } from './line-estimate.ts'
import { heightOfSections, NoteSections } from './note-sections.tsx'
import { Fact, LedBy, Letterhead } from './parts.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'

/**
 * The progress note of one member, as it was signed, with everything that was signed about it later. It has no part that
 * could leave out the statements of 42 CFR part 2.
 */
export function progressNoteDocument(facts: NoteDocumentFacts, locale?: string): PrintableDocument {
  const { member, zone } = facts.note.text.facts
  const words = documentTimes(zone, locale)
  return printable({
    stamp: facts.stamp,
    part2: facts.part2,
    chartId: member.chartId,
    body: <ProgressNote facts={facts} words={words} locale={locale} />,
  })
}

interface ProgressNoteProps {
  readonly facts: NoteDocumentFacts
  readonly words: DocumentTimes
  readonly locale: string | undefined
}

function ProgressNote({ facts, words, locale }: ProgressNoteProps) {
  const { text: note } = facts.note
  const { consent, part2 } = facts
  const notice = <ConsentNotice consent={consent} part2={part2} clinic={note.facts.clinic} />
  const noticeLast = leavesRoomForNotice(facts)
  return (
    <article className={noticeLast ? 'note onePage' : 'note'}>
      <div className="first">
        <header>
          <Letterhead clinic={note.facts.clinic} aside="Confidential" />
          <Title note={note} words={words} />
          <Warnings facts={facts} locale={locale} />
        </header>
        <SessionFacts facts={note.facts} words={words} />
        {!noticeLast && notice}
        <NoteSections note={note} words={words} />
        <section className="signed" aria-label="Signatures">
          <Signed signature={note.signature} as={authorWords(note)} words={words} />
          <CoSignatures of={facts.note.noteId} facts={facts} words={words} />
        </section>
        <p className="remark proof">
          Content, SHA-256: <span>{facts.stamp.contentHash}</span>
        </p>
        {noticeLast && notice}
      </div>
      <Amendments facts={facts} words={words} />
    </article>
  )
}

/** The lower of Letter's and A4's heights between the margins, less a hair; in CSS pixels, as everything here. */
const pageHeight = 915

/**
 * The notice must stand whole on the first page. It reads best at its foot, but only a short note is sure to have room
 * there; otherwise it comes before the words.
 */
function leavesRoomForNotice({ note, later, awaited }: NoteDocumentFacts): boolean {
  const { clinic, member, enteredLateAtMs, facilitators, groupName, topic } = note.text.facts
  const { modality = 'in-person' } = note.text.facts
  const columnOf = (led: 'lead' | 'co-lead') =>
    facilitators
      .filter(({ role }) => role === led)
      .reduce((sum, one) => sum + linesOf(nameWithCredentials(one), 20) * 17, 0)
  const signatures = 1 + awaited.length + later.filter(({ text }) => text.kind === 'co-signature').length
  const height = [
    // Rules, labels and remarks of header and facts.
    135,
    linesOf(clinic, 70) * 17,
    linesOf(member.name, 26) * 30,
    Math.max(
      linesOf(groupName, 24) * 17 + linesOf(topic, 28) * 15,
      17 + linesOf(modalityWords[modality], 20) * 15,
      columnOf('lead'),
      columnOf('co-lead'),
    ),
    enteredLateAtMs === null ? 0 : 34,
    later.length === 0 ? 0 : 34,
    heightOfSections(note.text),
    35 + Math.ceil(signatures / 2) * (later.some(wasPinReset) ? 125 : 85),
    // Scope and notice.
    172,
  ].reduce((sum, part) => sum + part, 0)
  return height <= pageHeight
}

function wasPinReset({ text }: NoteDocumentFacts['later'][number]): boolean {
  return text.kind === 'co-signature' && text.pinResetAtMs !== undefined
}

function Title({ note, words }: { readonly note: SignedNote; readonly words: DocumentTimes }) {
  const { member, startedAtMs } = note.facts
  return (
    <div className="title">
      <div>
        <h1>
          <bdi>{member.name}</bdi>
        </h1>
        <p>{chartLine(member)}</p>
      </div>
      <div>
        <p>
          <b>Group progress note, {note.words.format}</b>
        </p>
        <p>{words.day(startedAtMs)}</p>
      </div>
    </div>
  )
}

/** What a reader of the first page has to know of the others, and of how the note came about. */
function Warnings({
  facts,
  locale,
}: {
  readonly facts: NoteDocumentFacts
  readonly locale: string | undefined
}) {
  const { enteredLateAtMs, endedAtMs, zone } = facts.note.text.facts
  const amended = amendmentCounts(facts)
  return (
    <>
      {enteredLateAtMs !== null && (
        <p className="late">{lateEntryWords(enteredLateAtMs, endedAtMs, zone, locale)}.</p>
      )}
      {amended !== '' && <p className="late">Amended after it was signed: {amended}, at the end.</p>}
    </>
  )
}

function SessionFacts({ facts, words }: { readonly facts: NoteFacts; readonly words: DocumentTimes }) {
  return (
    <dl className="facts">
      {sessionFacts(facts, words).map(({ label, text, remarks }) => (
        <Fact key={label} label={label} remarks={remarks}>
          <bdi>{text}</bdi>
        </Fact>
      ))}
      <LedBy facilitators={facts.facilitators} />
    </dl>
  )
}
