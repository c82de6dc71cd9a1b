import { Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { DeIdentifiedSummary } from '../../shared/record/de-identified-summary.ts'
import { stampTitle, type DocumentStamp } from '../../shared/record/document-stamp.ts'
import { breakWords, guestWords } from '../../shared/record/session-words.ts'
import { hoursAndMinutes } from '../../shared/record/document-times.ts'
import { nameWithCredentials } from '../../shared/record/signature-words.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { footer } from './footer.tsx'
import { Fact, LedBy, Letterhead, Part, Part2Notice, Words } from './parts.tsx'
import { PhaseChart } from './phase-chart.tsx'
import type { PrintableDocument } from './printable-document.ts'

/** The summary of a session for people who are not to know whom it was about. */
export function deIdentifiedSummaryDocument(
  facts: DeIdentifiedSummary,
  stamp: DocumentStamp,
): PrintableDocument {
  return {
    title: stampTitle(stamp),
    bodyHtml: renderToStaticMarkup(<Summary facts={facts} />),
    footerHtml: footer(facts.part2, stamp),
  }
}

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
      {isUnderPart2(facts.part2) && <Part2Notice />}
      <section className="time">
        <h2>How the time went, from the start</h2>
        <PhaseChart phases={facts.phases} elapsedMs={facts.elapsedMs} />
      </section>
      <Narrative facts={facts} />
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

function Narrative({ facts }: { readonly facts: DeIdentifiedSummary }) {
  const { facilitators, groupProcess, plan, homePractice } = facts
  return (
    <>
      <Part heading="Interventions">
        {facilitators.map((one) => (
          <Fragment key={nameWithCredentials(one)}>
            {facilitators.length > 1 && <h3>{nameWithCredentials(one)}</h3>}
            <Told text={one.interventions} />
          </Fragment>
        ))}
      </Part>
      <Part heading="Group process">
        <Told text={groupProcess} />
      </Part>
      <Part heading="Plan">
        <Told text={plan} />
      </Part>
      {homePractice?.trim() !== '' && (
        <Part heading="Home practice">
          <Told text={homePractice} />
        </Part>
      )}
    </>
  )
}

function Told({ text }: { readonly text: string | null }) {
  return text === null ? (
    <p className="remark">Left out: it could tell who was here.</p>
  ) : (
    <Words text={text} />
  )
}
