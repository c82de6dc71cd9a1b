import type { ReactNode } from 'react'
import type { NoteFormat } from '../../shared/record/note.ts'
import { noteSections, type NotePart } from '../../shared/record/note-sections.ts'
import type { NoteBasis } from './note-basis.ts'
import { sectionHint } from './section-words.ts'
import styles from './NoteSections.module.css'

interface NoteSectionsProps {
  readonly format: NoteFormat
  readonly basis: NoteBasis
  /** The parts that are written: fields, or the words that were signed. */
  readonly written: Readonly<Record<'goals' | 'response' | 'plan', ReactNode>>
}

/** A note's parts under the headings of its format. */
export function NoteSections({ format, basis, written }: NoteSectionsProps) {
  return (
    <>
      {noteSections[format].map(({ name, parts }) => (
        <section key={name} aria-label={name} className={styles['section']}>
          <h3 className={styles['name']}>
            {name}
            <span className={styles['hint']}>{sectionHint(parts)}</span>
          </h3>
          <div className={styles['parts']}>
            {parts.map((part) => (
              <Part key={part} part={part} basis={basis} written={written} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

interface PartProps extends Pick<NoteSectionsProps, 'basis' | 'written'> {
  readonly part: NotePart
}

function Part({ part, basis, written }: PartProps) {
  switch (part) {
    case 'data':
      return <p className={styles['soft']}>{basis.sentences.join(' ')}</p>
    case 'numbers':
      return basis.numbers.length === 0 ? null : (
        <p className={styles['soft']}>Said of themselves: {basis.numbers.join(', ')}.</p>
      )
    case 'interventions':
      return basis.interventions.length === 0 ? null : (
        <ul className={styles['interventions']}>
          {basis.interventions.map(({ name, text }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {text}
            </li>
          ))}
        </ul>
      )
    case 'goals':
    case 'response':
      return written[part]
    case 'plan':
      return (
        <>
          {written.plan}
          {basis.forAll.length === 0 ? null : (
            <p className={styles['soft']}>For everyone: {basis.forAll.join(' ')}</p>
          )}
        </>
      )
  }
}
