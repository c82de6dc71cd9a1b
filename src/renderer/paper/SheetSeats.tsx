import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { markWords } from '../../shared/session/mark-words.ts'
import type { Seated } from '../live/seated.ts'
import { places, type ReadSheet } from './read-draft.ts'
import { SeatLine } from './SeatLine.tsx'
import { moveInGrid } from './move-in-grid.ts'
import { pressOnLine, statusColumns } from './line-keys.ts'
import type { LineDraft, SheetDraft } from './sheet-draft.ts'
import type { ChangeDraft } from './use-entry.ts'
import styles from './PaperScreen.module.css'

interface SheetSeatsProps {
  readonly people: readonly Seated[]
  readonly draft: SheetDraft
  readonly change: ChangeDraft
  readonly read: ReadSheet
  readonly zone: string
}

/** The seats as on paper. A seat's number leads to its line, and a letter ticks there. */
export function SheetSeats({ people, draft, change, read, zone }: SheetSeatsProps) {
  const [currentId, setCurrentId] = useState<PersonId | undefined>(people[0]?.personId)
  const changeLine = (personId: PersonId, update: (line: LineDraft) => LineDraft) =>
    change((before) => ({
      lines: before.lines.map((line) => (line.personId === personId ? update(line) : line)),
    }))
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const person = people.find(({ personId }) => personId === currentId)
    const isTyping = event.target instanceof HTMLInputElement
    if (moveInGrid(event.currentTarget, event.key, isTyping)) return event.preventDefault()
    const pressed = person === undefined ? null : pressOnLine(event.key, person.isFacilitator)
    if (pressed === null || person === undefined) return undefined
    event.preventDefault()
    changeLine(person.personId, pressed.update)
    const field = pressed.goesTo
    if (field !== null) document.getElementById(places[field](person.personId))?.focus()
    return undefined
  }
  const onFocus = (event: FocusEvent) => {
    const id = event.target.closest('tr')?.dataset['person']
    const person = people.find(({ personId }) => personId === id)
    if (person !== undefined) setCurrentId(person.personId)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- worked with arrow keys, a table is a grid
    <table role="grid" aria-label="Seats" className={styles['seats']} onKeyDown={onKeyDown} onFocus={onFocus}>
      <Heads />
      <tbody>
        {people.map((person) => {
          const line = draft.lines.find(({ personId }) => personId === person.personId)
          return line === undefined ? null : (
            <SeatLine
              key={person.personId}
              person={person}
              line={line}
              isCurrent={person.personId === currentId}
              read={read}
              zone={zone}
              onChange={(update) => changeLine(person.personId, update)}
            />
          )
        })}
      </tbody>
    </table>
  )
}

function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col">Seat</th>
        {statusColumns.map(({ id, name, letter }) => (
          <th key={id} scope="col">
            {name} <kbd aria-hidden>{letter}</kbd>
          </th>
        ))}
        {markWords.map(({ mark, name, letter }) => (
          <th key={mark} scope="col" className={styles['markHead']} data-risk={mark === 'risk' || undefined}>
            {name} <kbd aria-hidden>{letter}</kbd>
          </th>
        ))}
      </tr>
    </thead>
  )
}
