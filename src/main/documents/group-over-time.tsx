import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { counted } from '../../shared/count.ts'
import { placesWords } from '../../shared/group-review/places-words.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { GroupOverTimeFacts } from '../../shared/record/group-over-time.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { Fact, Letterhead, Part2Notice, ScopeLine } from './parts.tsx'
import { PhaseMinutes } from './phase-minutes.tsx'
import { periodWords } from './period-words.ts'
import { groupPlots, groupTables } from './plots/group-plots.tsx'
import { ValuesTables } from './plots/values-tables.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'
import { TopicsOverTime } from './topics-over-time.tsx'

/**
 * A group over some weeks, for whoever leads and supervises it: the plots of its page in black on white, counted in members
 * and never by member, its topics, and the numbers behind all of it.
 */
export function groupOverTimeDocument(
  facts: GroupOverTimeFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  return printable({
    stamp,
    part2: facts.part2,
    body: <GroupOverTime facts={facts} locale={locale} />,
  })
}

interface GroupOverTimeProps {
  readonly facts: GroupOverTimeFacts
  readonly locale: string | undefined
}

function GroupOverTime({ facts, locale }: GroupOverTimeProps) {
  const { clinic, part2, sessionCount, phases } = facts
  return (
    <article className="overTime">
      <header>
        <Letterhead clinic={clinic} aside="For the program and its supervision; part of nobody’s chart" />
        <Title facts={facts} locale={locale} />
      </header>
      <InShort facts={facts} />
      {isUnderPart2(part2) && <Notice clinic={clinic} />}
      {sessionCount === 0 ? (
        <p className="nothing">No session of this group has ended in these weeks.</p>
      ) : (
        <>
          <div className="plots">{groupPlots(facts)}</div>
          <p className="remark definition">
            How well a group holds together is told by two counts: of the members on the lists of a week, how
            many came to every session of it; and of those who came the week before, how many came again.
          </p>
          <PhaseMinutes phases={phases} sessionCount={sessionCount} />
          <TopicsOverTime facts={facts} locale={locale} />
          <ValuesTables tables={groupTables(facts)} />
        </>
      )}
      <p className="remark promise">
        No member is named. In what was typed for the group, a line that could name somebody is left out. The
        counts are whole, so this paper has fewer names, and is not de-identified.
      </p>
    </article>
  )
}

function Title({ facts, locale }: GroupOverTimeProps) {
  const { groupName, groupType, weeks, asOf } = facts
  const type = groupTypeNames[groupType]
  const lastWeek = weeks.at(-1)?.startsOn ?? asOf
  return (
    <div className="title">
      <div>
        <h1>
          <bdi>{groupName ?? type}</bdi>
        </h1>
        <p>{groupName === null ? 'The name of the group is left out: it could name somebody' : type}</p>
      </div>
      <div>
        <p>
          <b>Group over time</b>
        </p>
        <p>{periodWords({ firstWeek: weeks[0]?.startsOn ?? lastWeek, lastWeek, asOf }, locale)}</p>
      </div>
    </div>
  )
}

function InShort({ facts }: Pick<GroupOverTimeProps, 'facts'>) {
  const { sessionCount, weeks, takenPlaces, capacity, rules, membership, composition, waitingCount } = facts
  return (
    <dl className="facts">
      <Fact label="Sessions" remarks={[`in ${counted(weeks.length, 'week')}`]}>
        {sessionCount}
      </Fact>
      <Fact label="Members now" remarks={[placesWords({ taken: takenPlaces, capacity }, rules)]}>
        {composition}
      </Fact>
      <Fact label="Membership" remarks={[waitingWords(waitingCount)]}>
        {membership === 'open' ? 'Open' : 'Closed'}
      </Fact>
    </dl>
  )
}

function waitingWords(count: number): string {
  if (count === 0) return 'nobody waits'
  return count === 1 ? 'one person waits' : `${count} people wait`
}

function Notice({ clinic }: { readonly clinic: string }) {
  const scope = (
    <ScopeLine>
      review and supervision within <bdi>{clinic}</bdi>. No consent to disclose it to anybody else is named on
      this copy.
    </ScopeLine>
  )
  return (
    <div className="foot">
      <Part2Notice scope={scope} />
    </div>
  )
}
