import type { Keys } from '../ui/Kbd.tsx'
import { liveKeys, type KeySection } from './live-keys.ts'
import { markWords } from '../../shared/session/mark-words.ts'
import { presenceLetters } from './seat-commands.ts'

export interface SheetRow {
  readonly keys: Keys
  readonly does: string
}

export interface SheetGroup {
  readonly title: string
  readonly rows: readonly SheetRow[]
}

// Keys that belong to a seat, a menu, a field or the whole console, and so stand in no row of Live's map.
const others: Readonly<Record<KeySection, readonly SheetRow[]>> = {
  Agenda: [],
  Seats: [
    { keys: '1 – 0', does: 'here; then give or take back the floor' },
    { keys: 'Q W E …', does: 'the same from the eleventh seat on; each seat shows its key' },
    { keys: 'F G H J', does: 'facilitators' },
    { keys: ['Shift', '1'], does: 'a seat’s marks and presence at once' },
  ],
  Everywhere: [
    { keys: ['Shift', 'Esc'], does: 'conceal at once, whatever is open' },
    { keys: ['Ctrl', 'L'], does: 'lock' },
  ],
  Notes: [
    { keys: 'Enter', does: 'save the note' },
    { keys: ['Shift', 'Enter'], does: 'a new line in the note' },
    { keys: 'Esc', does: 'in an empty note: back to the circle' },
  ],
}

const seatItself: readonly SheetRow[] = [
  { keys: 'T', does: 'takes the lead, or hands it over' },
  { keys: 'M', does: 'moves the seat, with the arrow keys' },
]

const whileAsked: readonly SheetRow[] = [
  { keys: '0 – 9', does: 'a number; the next one follows' },
  { keys: 'X', does: 'ten' },
  { keys: 'Tab', does: 'the next person’s numbers' },
  { keys: 'S', does: 'numbers of the start, or of the end' },
  { keys: 'Enter', does: 'nobody else was heard' },
]

/** Everything that the sheet of keys shows, out of the map that Live reads its keys with. */
export function keySheet(): SheetGroup[] {
  return [
    groupOf('Agenda'),
    groupOf('Seats'),
    groupOf('Everywhere'),
    {
      title: 'Marks, in a seat’s menu',
      rows: markWords.map(({ letter, name }) => ({ keys: letter, does: name.toLowerCase() })),
    },
    groupOf('Notes'),
    {
      title: 'Presence, in a seat’s menu',
      rows: [
        ...presenceLetters.map(({ letter, name }) => ({ keys: letter, does: name.toLowerCase() })),
        ...seatItself,
      ],
    },
    { title: 'While the console asks', rows: whileAsked },
  ]
}

function groupOf(title: KeySection): SheetGroup {
  const rows = liveKeys
    .filter(({ section }) => section === title)
    .map(({ press, does }) => ({ keys: keysOfPress(press), does }))
  // A seat's own keys are what most people look for.
  return { title, rows: title === 'Seats' ? [...others.Seats, ...rows] : [...rows, ...others[title]] }
}

/** How a row of the map is drawn: `Alt+Digit2` as the keys Alt and 2. */
export function keysOfPress(press: string): Keys {
  if (press === 'Escape') return 'Esc'
  const [modifier, key] = press.split('+')
  if (modifier === undefined || key === undefined || key === '' || modifier === '') return press
  return [modifier === 'Mod' ? 'Ctrl' : modifier, key.replace(/^(?:Key|Digit)/, '')]
}
