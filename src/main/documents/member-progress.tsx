import { counted } from '../../shared/count.ts'
import { hoursWords } from '../../shared/member-review/hours-plot.ts'
import { indexOfWeek } from '../../shared/member-review/member-window.ts'
import { axisWeeks } from '../../shared/plots/axis.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import { hoursAndMinutes } from '../../shared/record/document-times.ts'
import type { MemberProgressFacts } from '../../shared/record/member-progress.ts'
import { chartLine } from './chart-words.ts'
import { ConsentNotice } from './consent-notice.tsx'
import { GoalsOverTime } from './goals-over-time.tsx'
import { Fact, Letterhead } from './parts.tsx'
import { periodWords } from './period-words.ts'
import { memberModels, memberPlots, memberTables } from './plots/member-plots.tsx'
import { ValuesTables } from './plots/values-tables.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'

/**
 * One member over some weeks, for their chart or for somebody whom they let have it: the plots of their page in black on
 * white, their goals, and the numbers behind all of it.
 */
export function memberProgressDocument(
  facts: MemberProgressFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  return printable({
    stamp,
    part2: facts.part2,
    chartId: facts.member.chartId,
    body: <MemberProgress facts={facts} locale={locale} />,
  })
}

interface MemberProgressProps {
  readonly facts: MemberProgressFacts
  readonly locale: string | undefined
}

function MemberProgress({ facts, locale }: MemberProgressProps) {
  const { clinic, consent, part2, window } = facts
  const models = memberModels(facts)
  const plots = memberPlots(models, axisWeeks(window))
  return (
    <article className="overTime">
      <header>
        <Letterhead clinic={clinic} aside="Confidential" />
        <Title facts={facts} locale={locale} />
      </header>
      <InShort facts={facts} />
      <ConsentNotice consent={consent} part2={part2} clinic={clinic} />
      {plots.length === 0 ? (
        <p className="nothing">Nothing of these weeks could be drawn: no session, number or questionnaire.</p>
      ) : (
        <div className="plots">{plots}</div>
      )}
      <GoalsOverTime facts={facts} locale={locale} />
      <ValuesTables tables={memberTables(models)} />
    </article>
  )
}

function Title({ facts, locale }: MemberProgressProps) {
  const { member, window, asOf } = facts
  const lastWeek = window.weeks.at(-1) ?? window.currentWeek
  const period = { firstWeek: window.weeks[0] ?? lastWeek, lastWeek, asOf }
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
          <b>Progress over time</b>
        </p>
        <p>{periodWords(period, locale)}</p>
      </div>
    </div>
  )
}

function InShort({ facts: { sessions, window, hours, groups } }: Pick<MemberProgressProps, 'facts'>) {
  const shown = sessions.filter(({ startedAtMs }) => indexOfWeek(window, startedAtMs) >= 0)
  const attended = shown.filter(({ presentMs }) => presentMs > 0)
  const groupIds = new Set(shown.map(({ groupId }) => groupId))
  const names = groups.filter(({ groupId }) => groupIds.has(groupId))
  const target = hours?.weeks.at(-1)?.targetMs
  return (
    <dl className="facts">
      <Fact label="Weeks">{window.weeks.length}</Fact>
      <Fact label="Sessions attended">{attended.length}</Fact>
      {hours !== null && target !== undefined && (
        <Fact
          label="Hours counted"
          remarks={[
            `${target === 0 ? 'No hours' : hoursWords(target)} a week are asked, ${hours.countsBreaks ? 'breaks counted' : 'breaks left out'}`,
          ]}
        >
          {hoursAndMinutes(hours.weeks.reduce((sum, { countedMs }) => sum + countedMs, 0))}
        </Fact>
      )}
      <Fact label={names.length === 1 ? 'Group' : 'Groups'}>
        {names.length === 0
          ? counted(groupIds.size, 'group')
          : names.map(({ groupId, name }) => (
              <span key={groupId} className="person">
                <bdi>{name}</bdi>
              </span>
            ))}
      </Fact>
    </dl>
  )
}
