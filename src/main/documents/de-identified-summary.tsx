import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { DeIdentifiedSummary } from '../../shared/record/de-identified-summary.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import { breakWords, guestWords } from '../../shared/record/session-words.ts'
import { hoursAndMinutes } from '../../shared/record/document-times.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { Interventions, ProcessAndPlan } from './group-words.tsx'
import { Fact, LedBy, Letterhead, Part2Notice, ScopeLine } from './parts.tsx'
import { TimeTaken } from './phase-chart.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'

/** The summary of a session for people who are not to know whom it was about. */
export function deIdentifiedSummaryDocument(
  facts: DeIdentifiedSummary,
  stamp: DocumentStamp,
): PrintableDocument {
  return printable({
    stamp,
    part2: facts.part2,
    body: <Summary facts={facts} />,
  })
}

const scope = (
  <ScopeLine>
    a summary without what could tell who was there. No consent to disclose anything else is named on this
    copy.
  </ScopeLine>
)

function Summary({ facts }: { readonly facts: DeIdentifiedSummary }) {
  const { groupType, topic, year, timeOfDay } = facts
  const type = groupTypeNames[groupType]
  const hasTopic = topic !== null && topic !== ''
  return (
    <article>
      <header>
        <Letterhead clinic={facts.clinic} aside="De-identified" />
        <div className="title">
          <div>
            <h1>{hasTopic ? topic : type}</h1>
            {hasTopic && <p>{type}</p>}
          </div>
          <div>
            <p>
              <b>Group session summary</b>
            </p>
            <p>
              {year}, {timeOfDay}
            </p>
          </div>
        </div>
      </header>
      <SessionFacts facts={facts} />
      {isUnderPart2(facts.part2) && <Part2Notice scope={scope} />}
      <TimeTaken phases={facts.phases} elapsedMs={facts.elapsedMs} />
      <Interventions facilitators={facts.facilitators} />
      <ProcessAndPlan facts={facts} />
      <p className="remark promise">
        No date but the year, and no count under 3. Texts in which a member’s name, a date, an age or a long
        number was found are left out.
      </p>
    </article>
  )
}

function SessionFacts({ facts }: { readonly facts: DeIdentifiedSummary }) {
  const { elapsedMs, breakMs, facilitators, guestCount } = facts
  return (
    <dl className="facts">
      <Fact label="Duration" remarks={[breakWords(breakMs)]}>
        {hoursAndMinutes(elapsedMs)}
      </Fact>
      <Fact label="Participants" remarks={[guestWords(guestCount ?? 0)]}>
        {membersWords(facts)}
      </Fact>
      <LedBy facilitators={facilitators} />
    </dl>
  )
}

function membersWords({ presentCount, expectedCount }: DeIdentifiedSummary): string {
  if (presentCount === null) return 'fewer than 3 members'
  return expectedCount === null ? `${presentCount} members` : `${presentCount} of ${expectedCount} members`
}
