import type { ReactNode } from 'react'
import { part2Statement1 } from '../../shared/record/part2-statements.ts'

interface NamedSigner {
  readonly name: string
  readonly credentials: string
}

export function nameWithCredentials({ name, credentials }: NamedSigner): string {
  return credentials === '' ? name : `${name}, ${credentials}`
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

export function Names({ people }: { readonly people: readonly NamedSigner[] }) {
  return people.map((person) => (
    <span className="person" key={nameWithCredentials(person)}>
      {person.credentials === '' ? person.name : `${person.name}, `}
      {person.credentials !== '' && <span>{person.credentials}</span>}
    </span>
  ))
}

/** Statement 1 of 42 CFR 2.32, and, where there is one, for whom the paper is. It must stand on the first page. */
export function Part2Notice({ consent }: { readonly consent?: ReactNode }) {
  return (
    <>
      {consent}
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

export function Words({ text }: { readonly text: string }) {
  if (text.trim() === '') return <p className="remark">Nothing written.</p>
  // Line breaks within a text are kept by the stylesheet.
  return (
    <p className="words" dir="auto">
      {text.trim()}
    </p>
  )
}
