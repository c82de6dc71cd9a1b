import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { counted } from '../../shared/count.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import { documentTimes, hoursAndMinutes, type DocumentTimes } from '../../shared/record/document-times.ts'
import { lateEntryWords } from '../../shared/record/late-entry.ts'
import { breakWords, guestWords } from '../../shared/record/session-words.ts'
import type { SupervisionSummary } from '../../shared/record/supervision-summary.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { attendanceKinds } from './attended-rows.tsx'
import { leavesRoomForNotice } from './group-summary.tsx'
import { Interventions, ProcessAndPlan } from './group-words.tsx'
import { Fact, LedBy, Letterhead, Part2Notice, ScopeLine } from './parts.tsx'
import { TimeTaken } from './phase-chart.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'
import { NotesState, Risk } from './risk-and-notes.tsx'
import { PeopleByNumber } from './people-by-number.tsx'
import { Talk } from './talk-chart.tsx'

const minuteMs = 60_000

/**
 * One session for whoever supervises those who led it. It belongs in nobody's chart: members are numbers, and what their
 * facilitators did stands in full.
 */
export function supervisionSummaryDocument(
  facts: SupervisionSummary,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  const words = documentTimes(facts.zone, locale)
  return printable({
    stamp,
    part2: facts.part2,
    body: <Summary facts={facts} words={words} locale={locale} />,
  })
}

interface SummaryProps {
  readonly facts: SupervisionSummary
  readonly words: DocumentTimes
}

function Summary({ facts, words, locale }: SummaryProps & { readonly locale: string | undefined }) {
  const { enteredLateAtMs, endedAtMs, zone } = facts
  const notice = isUnderPart2(facts.part2) && <Notice clinic={facts.clinic} />
  const noticeLast = leavesRoomForNotice({
    ...facts,
    groupName: facts.groupName ?? '',
    topic: facts.topic ?? '',
  })
  return (
    <article className="supervision">
      <header>
        <Letterhead clinic={facts.clinic} aside="For supervision; not part of any member’s chart" />
        <Title facts={facts} words={words} />
        {enteredLateAtMs !== null && (
          <p className="late">{lateEntryWords(enteredLateAtMs, endedAtMs, zone, locale)}.</p>
        )}
      </header>
      <SessionFacts facts={facts} words={words} />
      {!noticeLast && notice}
      <TimeTaken phases={facts.phases} elapsedMs={facts.elapsedMs} />
      {noticeLast && notice}
      <Talk facts={facts} />
      <PeopleByNumber facts={facts} />
      <Risk facts={facts} words={words} />
      <Interventions facilitators={facts.facilitators} />
      <ProcessAndPlan facts={facts} />
      <NotesState facts={facts} words={words} />
      <p className="remark promise">
        Members are numbered in the order of their seats, guests apart, anew in every session. In what
        facilitators wrote, numbers stand where names stood, and a sentence that could still name somebody is
        left out.
      </p>
    </article>
  )
}

function Title({ facts, words }: SummaryProps) {
  const { topic, groupName, groupType, number } = facts
  const type = groupTypeNames[groupType]
  const heading = topic === null || topic === '' ? (groupName ?? type) : topic
  const below = [groupName, type].filter((name) => name !== null && name !== heading).join(' · ')
  return (
    <div className="title">
      <div>
        <h1>
          <bdi>{heading}</bdi>
        </h1>
        <p>
          {below === '' ? 'Session' : `${below}, session`} {number}
        </p>
      </div>
      <div>
        <p>
          <b>Supervision summary</b>
        </p>
        <p>{words.day(facts.startedAtMs)}</p>
      </div>
    </div>
  )
}

function SessionFacts({ facts, words }: SummaryProps) {
  const { startedAtMs, endedAtMs, elapsedMs, scheduledMinutes, breakMs, attendance, guestCount } = facts
  const planned = `planned ${hoursAndMinutes(scheduledMinutes * minuteMs)}, ${breakWords(breakMs)}`
  return (
    <dl className="facts">
      <Fact label="Start and stop">
        {words.timeOfDay(startedAtMs)} to {words.timeOfDay(endedAtMs)}
      </Fact>
      <Fact label="Duration" remarks={[planned]}>
        {hoursAndMinutes(elapsedMs)}
      </Fact>
      <Fact label="Attendance" remarks={[attendanceKinds(attendance), guestWords(guestCount)]}>
        {attendance.came} of {counted(attendance.expected, 'member')}
      </Fact>
      <LedBy facilitators={facts.facilitators} />
    </dl>
  )
}

function Notice({ clinic }: { readonly clinic: string }) {
  const scope = (
    <ScopeLine>
      clinical supervision within <bdi>{clinic}</bdi>. No consent to disclose it to anybody else is named on
      this copy.
    </ScopeLine>
  )
  return <Part2Notice scope={scope} />
}
