import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { TickSheetFacts } from '../../shared/record/tick-sheet.ts'
import { markWords } from '../../shared/session/mark-words.ts'
import { isUnderPart2 } from '../../shared/session/vocabulary.ts'
import { Letterhead, Part2Notice, RosterScope } from './parts.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { printable } from './printable.tsx'
import { documentTimes, type DocumentTimes } from '../../shared/record/document-times.ts'

/** Above this many lines, rows become as low as a pen still finds them. */
const roomyRows = 14
const roomyPhases = 10

/**
 * One page to run a session by without the console. Where the group is under Part 2 it carries the notice: a list of who
 * is in such a group tells of treatment by itself.
 */
export function tickSheetDocument(
  facts: TickSheetFacts,
  stamp: DocumentStamp,
  locale?: string,
): PrintableDocument {
  return printable({
    stamp,
    part2: facts.part2,
    isLandscape: true,
    body: <TickSheet facts={facts} words={documentTimes(facts.zone, locale)} />,
  })
}

function TickSheet({ facts, words }: { readonly facts: TickSheetFacts; readonly words: DocumentTimes }) {
  const isDense = facts.seats.length > roomyRows || facts.phases.length > roomyPhases
  return (
    <article className={isDense ? 'sheet dense' : 'sheet'}>
      <header>
        <Letterhead
          clinic={facts.clinic}
          aside="Confidential · keep locked away, and destroy it once it is entered"
        />
        <Title facts={facts} words={words} />
      </header>
      <div className="halves">
        <div>
          <Times />
          <Agenda facts={facts} />
          <section className="noteLines">
            <h2>Notes</h2>
            <p />
            <p />
          </section>
        </div>
        <Seats facts={facts} />
      </div>
      {isUnderPart2(facts.part2) && <Part2Notice scope={<RosterScope />} />}
    </article>
  )
}

function Title({ facts, words }: { readonly facts: TickSheetFacts; readonly words: DocumentTimes }) {
  const { groupName, groupType, number, topic, plannedStartMs, lengthMinutes } = facts
  const day = plannedStartMs === null ? 'Date ____________' : words.day(plannedStartMs)
  const start = plannedStartMs === null ? '' : `${words.timeOfDay(plannedStartMs)}, `
  return (
    <div className="title">
      <div>
        <h1>{groupName}</h1>
        <p>
          {groupTypeNames[groupType]}, session {number}
          {topic !== '' && ` · ${topic}`}
        </p>
      </div>
      <div>
        <p>
          <b>Session sheet</b>
        </p>
        <p>
          {day} · {start}
          {lengthMinutes} min
        </p>
      </div>
    </div>
  )
}

function Times() {
  return (
    <p className="clocks">
      <span>
        Started at <i />
      </span>
      <span>
        Ended at <i />
      </span>
    </p>
  )
}

function Agenda({ facts }: { readonly facts: TickSheetFacts }) {
  return (
    <table className="plan">
      <thead>
        <tr>
          <th scope="col">Agenda</th>
          <th scope="col">plan</th>
          <th scope="col">took</th>
        </tr>
      </thead>
      <tbody>
        {facts.phases.map(({ name, plannedMinutes, isProtected }, index) => (
          // Phases have no id here and never move: a phase is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th scope="row">
              {name}
              {isProtected && <span className="remark"> kept whole</span>}
            </th>
            <td>{plannedMinutes}</td>
            <td className="blank" aria-label={`minutes that ${name} took`} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const attendance = ['here', 'late at', 'left at', 'excused', 'no-show', 'alone'] as const

function Seats({ facts }: { readonly facts: TickSheetFacts }) {
  return (
    <table className="seats">
      <thead>
        <tr>
          <th scope="col">Seat</th>
          {attendance.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          {markWords.map(({ mark, name }) => (
            <th key={mark} scope="col" className="mark">
              {name.toLowerCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.seats.map(({ label, isFacilitator }, index) => (
          // Two people may have the same initials: a seat is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index} className={isFacilitator ? 'facilitator' : undefined}>
            <th scope="row">
              <span className="number">{isFacilitator ? '' : index + 1}</span>
              <bdi>{label}</bdi>
            </th>
            {attendance.map((word) => (
              <td key={word}>{word.endsWith(' at') ? <i className="line" /> : <i className="box" />}</td>
            ))}
            {markWords.map(({ mark }) => (
              <td key={mark}>{!isFacilitator && <i className="box" />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
