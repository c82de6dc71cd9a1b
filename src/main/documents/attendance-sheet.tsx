import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { counted } from '../../shared/count.ts'
import type {
  AttendanceSheetFacts,
  Attended,
  SheetFacilitator,
  SignIn,
} from '../../shared/record/attendance-sheet.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import { documentTimes, hoursAndMinutes, type DocumentTimes } from '../../shared/record/document-times.ts'
import { lateEntryWords } from '../../shared/record/late-entry.ts'
import { modalityWords } from '../../shared/record/modality-words.ts'
import { breakWords, guestWords } from '../../shared/record/session-words.ts'
import { nameWithCredentials } from '../../shared/record/signature-words.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { AttendedRows, heightOfAttended } from './attended-rows.tsx'
import { linesOf } from './line-estimate.ts'
import { Fact, LedBy, Letterhead, Part2Notice, RosterScope } from './parts.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'
import { heightOfSignIn, SignInRows } from './sign-in-rows.tsx'

/**
 * Who was in a session, for whoever has to show it: a list to sign in on, or the attendance once it has ended. It names
 * several patients, and so carries the statements of 42 CFR part 2 by itself; nothing could leave them off.
 */
export function attendanceSheetDocument(
  facts: AttendanceSheetFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  const words = documentTimes(facts.zone, locale)
  return printable({
    stamp,
    part2: facts.part2,
    body: <AttendanceSheet facts={facts} words={words} locale={locale} />,
  })
}

interface SheetProps {
  readonly facts: AttendanceSheetFacts
  readonly words: DocumentTimes
}

function AttendanceSheet({ facts, words, locale }: SheetProps & { readonly locale: string | undefined }) {
  const { session, facilitators } = facts
  const notice = isUnderPart2(facts.part2) && <Notice />
  const noticeLast = leavesRoomForNotice(facts, words)
  return (
    <article className={noticeLast ? 'note roster onePage' : 'note roster'}>
      <div className="first">
        <header>
          <Letterhead clinic={facts.clinic} aside="Confidential roster · part of nobody’s chart" />
          <Title facts={facts} words={words} />
          {session.kind === 'attended' && session.enteredLateAtMs !== null && (
            <p className="late">
              {lateEntryWords(session.enteredLateAtMs, session.endedAtMs, facts.zone, locale)}.
            </p>
          )}
        </header>
        <SessionFacts facts={facts} words={words} />
        {!noticeLast && notice}
        {session.kind === 'attended' ? (
          <AttendedRows session={session} words={words} />
        ) : (
          <SignInRows session={session} />
        )}
        <Signatures facilitators={facilitators} />
        {noticeLast && notice}
      </div>
    </article>
  )
}

/** The lower of Letter's and A4's heights between the margins, less a hair; in CSS pixels, as everything here. */
const pageHeight = 915

/** The notice must stand whole on the first page: at its foot where all the rest has room above it, otherwise first. */
function leavesRoomForNotice(facts: AttendanceSheetFacts, words: DocumentTimes): boolean {
  const { session, clinic, groupName, topic, facilitators } = facts
  const columnOf = (led: 'lead' | 'co-lead') =>
    facilitators
      .filter(({ role }) => role === led)
      .reduce((sum, one) => sum + linesOf(nameWithCredentials(one), 18) * 17, 0)
  const height = [
    // Rules, labels and remarks of header and facts; notice and scope.
    125 + 135,
    linesOf(clinic, 60) * 17,
    linesOf(groupName, 28) * 30 + linesOf(topic, 20) * 19,
    Math.max(columnOf('lead'), columnOf('co-lead'), 17),
    session.kind === 'attended' ? heightOfAttended(session, words) : heightOfSignIn(session),
    session.kind === 'attended' && session.enteredLateAtMs !== null ? 34 : 0,
    10 + Math.ceil(facilitators.length / 2) * 70,
  ].reduce((sum, part) => sum + part, 0)
  return height <= pageHeight
}

function Title({ facts, words }: SheetProps) {
  const { groupName, groupType, number, topic, session } = facts
  const isOver = session.kind === 'attended'
  const dayMs = isOver ? session.startedAtMs : session.plannedStartMs
  return (
    <div className="title">
      <div>
        <h1>
          <bdi>{groupName}</bdi>
        </h1>
        <p>
          {groupTypeNames[groupType]}, session {number}
          {topic !== '' && ' · '}
          <bdi>{topic}</bdi>
        </p>
      </div>
      <div>
        <p>
          <b>{isOver ? 'Attendance' : 'Sign-in sheet'}</b>
        </p>
        <p>{dayMs === null ? 'Date ____________' : words.day(dayMs)}</p>
      </div>
    </div>
  )
}

function SessionFacts({ facts, words }: SheetProps) {
  const { session, facilitators } = facts
  return (
    <dl className="facts">
      {session.kind === 'attended' ? (
        <HeldFacts session={session} words={words} />
      ) : (
        <PlannedFacts session={session} words={words} />
      )}
      <Fact label="Service" remarks={[modalityWords[facts.modality]]}>
        Group session
      </Fact>
      <LedBy facilitators={facilitators} />
    </dl>
  )
}

function HeldFacts({ session, words }: { readonly session: Attended; readonly words: DocumentTimes }) {
  const { startedAtMs, endedAtMs, elapsedMs, breakMs, people } = session
  const members = people.filter(({ role }) => role === 'member')
  const came = people.filter(({ attendance }) => attendance.kind === 'came')
  const membersCame = came.filter(({ role }) => role === 'member').length
  return (
    <>
      <Fact label="Start and stop">
        {words.timeOfDay(startedAtMs)} to {words.timeOfDay(endedAtMs)}
      </Fact>
      <Fact label="Duration" remarks={[breakWords(breakMs)]}>
        {hoursAndMinutes(elapsedMs)}
      </Fact>
      <Fact label="Participants" remarks={[guestWords(came.length - membersCame)]}>
        {membersCame} of {counted(members.length, 'member')}
      </Fact>
    </>
  )
}

function PlannedFacts({ session, words }: { readonly session: SignIn; readonly words: DocumentTimes }) {
  const { plannedStartMs, lengthMinutes, people } = session
  const memberCount = people.filter(({ role }) => role === 'member').length
  const start = plannedStartMs === null ? '' : `${words.timeOfDay(plannedStartMs)}, `
  return (
    <>
      <Fact label="Start and stop">
        <i className="line" /> to <i className="line" />
      </Fact>
      <Fact label="Planned">
        {start}
        {lengthMinutes} min
      </Fact>
      <Fact label="On the list" remarks={[guestWords(people.length - memberCount)]}>
        {counted(memberCount, 'member')}
      </Fact>
    </>
  )
}

function Notice() {
  return (
    <div className="foot">
      <Part2Notice scope={<RosterScope />} />
    </div>
  )
}

const roleWords = { lead: 'Facilitator', 'co-lead': 'Co-facilitator', observer: 'Observer' } as const

/** Lines for ink: this paper claims no electronic signature. */
function Signatures({ facilitators }: { readonly facilitators: readonly SheetFacilitator[] }) {
  return (
    <section className="signatures" aria-label="Signatures of those who led">
      {facilitators.map(({ role, ...person }) => (
        <div key={nameWithCredentials(person)}>
          <p>
            <bdi>{nameWithCredentials(person)}</bdi>
          </p>
          <p className="remark">{roleWords[role]}. Signature and date</p>
        </div>
      ))}
    </section>
  )
}
