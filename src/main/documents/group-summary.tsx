import { Fragment } from 'react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { lateEntryWords } from '../../shared/record/late-entry.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { GroupSummaryFacts, SummaryFacilitator } from '../../shared/record/group-summary.ts'
import { breakWords, guestWords } from '../../shared/record/session-words.ts'
import { hoursAndMinutes, documentTimes, type DocumentTimes } from '../../shared/record/document-times.ts'
import { nameWithCredentials } from '../../shared/record/signature-words.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { ProcessAndPlan } from './group-words.tsx'
import { Fact, LedBy, Letterhead, Part, Part2Notice, ScopeLine, Words } from './parts.tsx'
import { TimeTaken } from './phase-chart.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'

const minuteMs = 60_000

/**
 * The dated summary of one session for the clinic's own record. Members are counted and never listed. How often each
 * kind of mark was made is left out: with the date known and a group this small, "1 conflict" is somebody.
 */
export function groupSummaryDocument(
  facts: GroupSummaryFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  const words = documentTimes(facts.zone, locale)
  return printable({
    stamp,
    part2: facts.part2,
    body: <GroupSummary facts={facts} words={words} lateEntry={lateEntry(facts, locale)} />,
  })
}

/** What is known of a session that nobody ran on the console: less, and from memory. */
function lateEntry({ enteredLateAtMs, endedAtMs, zone }: GroupSummaryFacts, locale?: string): string | null {
  if (enteredLateAtMs === null) return null
  return `${lateEntryWords(enteredLateAtMs, endedAtMs, zone, locale)}. Times are as they were noted; who spoke was not observed.`
}

interface GroupSummaryProps {
  readonly facts: GroupSummaryFacts
  readonly words: DocumentTimes
  readonly lateEntry: string | null
}

function GroupSummary({ facts, words, lateEntry: late }: GroupSummaryProps) {
  const notice = isUnderPart2(facts.part2) && <Notice clinic={facts.clinic} />
  const noticeLast = leavesRoomForNotice(facts)
  return (
    <article>
      <header>
        <Letterhead clinic={facts.clinic} aside="Confidential" />
        <Title facts={facts} words={words} />
        {late !== null && <p className="late">{late}</p>}
      </header>
      <SessionFacts facts={facts} words={words} />
      {!noticeLast && notice}
      <TimeTaken phases={facts.phases} elapsedMs={facts.elapsedMs} />
      {noticeLast && notice}
      <Narrative facts={facts} />
      <Signatures facilitators={facts.facilitators} />
    </article>
  )
}

function Notice({ clinic }: { readonly clinic: string }) {
  const scope = (
    <ScopeLine>
      the record of this session at <bdi>{clinic}</bdi>. No consent to disclose it to anybody else is named on
      this copy.
    </ScopeLine>
  )
  return <Part2Notice scope={scope} />
}

/**
 * The notice must stand whole on the first page. It reads best below the chart, but only a short page is sure to have
 * room there; otherwise it comes first.
 */
export function leavesRoomForNotice({
  phases,
  clinic,
  groupName,
  topic,
  facilitators,
}: Pick<GroupSummaryFacts, 'phases' | 'clinic' | 'groupName' | 'topic' | 'facilitators'>): boolean {
  const letters = [clinic, groupName, topic, ...facilitators.map(nameWithCredentials)].join('').length
  return phases.length <= 10 && letters <= 300
}

function Title({ facts, words }: { readonly facts: GroupSummaryFacts; readonly words: DocumentTimes }) {
  const { topic, groupName, groupType, number } = facts
  return (
    <div className="title">
      <div>
        <h1>{topic === '' ? groupName : topic}</h1>
        <p>
          {topic !== '' && `${groupName} · `}
          {groupTypeNames[groupType]}, session {number}
        </p>
      </div>
      <div>
        <p>
          <b>Group session summary</b>
        </p>
        <p>{words.day(facts.startedAtMs)}</p>
      </div>
    </div>
  )
}

function SessionFacts({
  facts,
  words,
}: {
  readonly facts: GroupSummaryFacts
  readonly words: DocumentTimes
}) {
  const { startedAtMs, endedAtMs, elapsedMs } = facts
  return (
    <dl className="facts">
      <Fact label="Start and stop">
        {words.timeOfDay(startedAtMs)} to {words.timeOfDay(endedAtMs)}
      </Fact>
      <Fact label="Duration" remarks={[plannedWords(facts), fittedWords(facts)]}>
        {hoursAndMinutes(elapsedMs)}
      </Fact>
      <Fact
        label="Participants"
        remarks={[guestWords(facts.guestCount), substituted(facts.substitutedCount)]}
      >
        {facts.presentCount} of {facts.expectedCount} members
      </Fact>
      <LedBy facilitators={facts.facilitators} />
    </dl>
  )
}

function plannedWords({ scheduledMinutes, breakMs }: GroupSummaryFacts): string {
  const planned = `planned ${hoursAndMinutes(scheduledMinutes * minuteMs)}`
  return `${planned}, ${breakWords(breakMs)}`
}

/** Why the session did not get its whole length: to close at the scheduled time. */
function fittedWords({ scheduledMinutes, lengthMinutes }: GroupSummaryFacts): string {
  const lateMinutes = scheduledMinutes - lengthMinutes
  if (lateMinutes === 0) return ''
  const begun = `begun ${Math.abs(lateMinutes)} min ${lateMinutes > 0 ? 'late' : 'early'}`
  return `${begun}, fitted to ${hoursAndMinutes(lengthMinutes * minuteMs)}`
}

function substituted(count: number): string {
  return count === 0 ? '' : `${count} seen alone in place of the group`
}

function Narrative({ facts }: { readonly facts: GroupSummaryFacts }) {
  const written = facts.facilitators.filter(({ interventions }) => interventions.trim() !== '')
  return (
    <>
      <Part heading="Interventions">
        {written.length === 0 && <Words text="" />}
        {written.map((person) => (
          <Fragment key={nameWithCredentials(person)}>
            {facts.facilitators.length > 1 && <h3>{nameWithCredentials(person)}</h3>}
            <Words text={person.interventions} />
          </Fragment>
        ))}
      </Part>
      <ProcessAndPlan facts={facts} />
    </>
  )
}

/** Lines for ink: this paper claims no electronic signature. */
function Signatures({ facilitators }: { readonly facilitators: readonly SummaryFacilitator[] }) {
  return (
    <section className="signatures">
      {facilitators.map((person) => (
        <div key={nameWithCredentials(person)}>
          <p>{nameWithCredentials(person)}</p>
          <p className="remark">Signature and date</p>
        </div>
      ))}
    </section>
  )
}
