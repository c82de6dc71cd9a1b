import type { ReactNode } from 'react'
import { part2Statement1 } from '../../shared/record/part2-statements.ts'
import { nameWithCredentials } from '../../shared/record/signature-words.ts'
import type { Role } from '../../shared/session/vocabulary.ts'

interface NamedSigner {
  readonly name: string
  readonly credentials: string
}

export function Letterhead({ clinic, aside }: { readonly clinic: string; readonly aside: string }) {
  return (
    <p className="letterhead">
      <b>
        <bdi>{clinic}</bdi>
      </b>
      <span>{aside}</span>
    </p>
  )
}

interface FactProps {
  readonly label: string
  readonly remarks?: readonly string[]
  readonly children: ReactNode
}

export function Fact({ label, remarks, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {remarks?.filter(Boolean).map((remark) => (
        <dd className="remark" key={remark}>
          {remark}
        </dd>
      ))}
    </div>
  )
}

function Names({ people }: { readonly people: readonly NamedSigner[] }) {
  return people.map((person) => (
    <span className="person" key={nameWithCredentials(person)}>
      {person.credentials === '' ? person.name : `${person.name}, `}
      {person.credentials !== '' && <span>{person.credentials}</span>}
    </span>
  ))
}

interface LedByProps {
  readonly facilitators: readonly (NamedSigner & { readonly role: Role })[]
}

/** Who led, and who beside them, if anybody did. */
export function LedBy({ facilitators }: LedByProps) {
  const coLeads = facilitators.filter(({ role }) => role === 'co-lead')
  return (
    <>
      <Fact label="Facilitator">
        <Names people={facilitators.filter(({ role }) => role === 'lead')} />
      </Fact>
      {coLeads.length > 0 && (
        <Fact label="Co-facilitator">
          <Names people={coLeads} />
        </Fact>
      )}
    </>
  )
}

/** What a paper is for, where no consent says it. */
export function ScopeLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="scope">
      <b>Scope:</b> {children}
    </p>
  )
}

/** Of a list of people, which stands in nobody's chart. */
export function RosterScope() {
  return (
    <ScopeLine>
      the program’s own roster. It names several patients; no consent to disclose it is named on this copy.
    </ScopeLine>
  )
}

/** For whom the paper is, and statement 1 of 42 CFR 2.32. It must stand on the first page. */
export function Part2Notice({ scope }: { readonly scope: ReactNode }) {
  return (
    <>
      {scope}
      <section className="notice">
        {part2Statement1.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
    </>
  )
}

export function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <h2>{heading}</h2>
      <div>{children}</div>
    </section>
  )
}

interface LongTableProps {
  readonly name: string
  /** Of its name, among the headings of the paper. */
  readonly level: 2 | 3
  readonly columns: readonly string[]
  /** How its lines are read, where they do not say so themselves. */
  readonly legend?: string
  readonly children: ReactNode
}

/**
 * A table that may go on for pages. Each of them begins with its head, and its name stands there. The heading above it is for
 * a screen reader and the outline of the PDF alone: one in the head would come as often as there are pages.
 */
export function LongTable({ name, level, columns, legend, children }: LongTableProps) {
  const Heading = `h${level}` as const
  return (
    <>
      <Heading className="ofTable">
        <bdi>{name}</bdi>
      </Heading>
      <table>
        <thead>
          <tr className="named" aria-hidden>
            <th colSpan={columns.length}>
              <bdi>{name}</bdi>
            </th>
          </tr>
          {legend !== undefined && (
            <tr className="legend">
              <td colSpan={columns.length}>{legend}</td>
            </tr>
          )}
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </>
  )
}

export function Words({ text }: { readonly text: string }) {
  if (text.trim() === '') return <p className="remark">Nothing written.</p>
  // Line breaks within a text are kept by the stylesheet.
  return (
    <p className="words" dir="auto">
      {text.trim()}
    </p>
  )
}
