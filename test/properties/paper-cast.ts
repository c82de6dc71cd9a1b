import type { PersonId } from '../../src/shared/ids.ts'
import type { Dice } from './dice.ts'

/** A member with every word that could give them away. Everybody here is invented. */
export interface Named {
  readonly personId: PersonId
  readonly preferredName: string
  readonly initials: string
  readonly chartId: string
  /** As the roster has them: nicknames, a telephone number, a relation. */
  readonly aliases: readonly string[]
  /** What they are called for short, which the roster does not have. */
  readonly shortForms: readonly string[]
}

type Sketch = readonly [name: string, shortForms?: readonly string[], aliases?: readonly string[]]

const sketches: readonly Sketch[] = [
  // Plain, and what they are called for short.
  ['Ida Lindqvist', [], ['Birdie']],
  ['Alexander Petrov', ['Al', 'Alex', 'Sasha', 'Xander'], ['+1 (312) 555-0142']],
  ['Robert Ellis', ['Bob', 'Bobby', 'Robbie'], []],
  ['Elizabeth Quinn', ['Liz', 'Beth', 'Lizzie'], ['husband Tobias']],
  ['Katherine Nowak', ['Kate', 'Kathy'], []],
  ['Michael Okafor', ['Mike'], ['Slim']],
  ['Margaret Tully', ['Peggy', 'Maggie'], ['312 555 0197']],
  ['Benjamin Asher', ['Ben', 'Benny'], []],
  ['Noor Haddad', [], ['sister Salma']],
  ['Priya Raman', [], ['Pri']],
  ['Tomasz Wierzbicki', [], []],
  ['Wanda', [], ['Dizzy']],
  // Two who share a first name, and one whose first name is another's surname.
  ['Ana Sofia Reinholt', [], []],
  ['Ana Kowalczyk', [], ['Anushka']],
  ['Ellis Marchetti', [], []],
  // Names that are words.
  // Both short for William: whatever one is called, the other may be.
  ['Will Harcourt', ['Willy', 'Bill', 'Billy'], []],
  ['Mark Delaney', [], []],
  ['Hope Abernathy', [], []],
  ['Grace Omondi', ['Gracie'], []],
  ['May Thornbury', [], ['Maisie']],
  ['Rose Castellano', ['Rosie'], []],
  ['Joy Fitzgerald', [], []],
  ['Faith Oyelaran', [], []],
  ['Bill Sorensen', ['Billy', 'Willy', 'Will'], []],
  ['Frank Dubois', ['Frankie'], []],
  ['Summer Halloran', [], []],
  ['Dawn Prescott', [], []],
  ['Grant Whitfield', [], []],
  ['Chase Mulligan', [], []],
  ['Jack Ferreira', [], []],
  ['Ivy Blackwood', [], []],
  ['Ray Castillo', [], []],
  ['Drew Kaplan', [], []],
  ['June Paulsen', [], ['brother Anselm']],
  ['Angel Murillo', [], []],
  // Two words, hyphens, apostrophes, particles.
  ['Mary Ann Schofield', [], []],
  ['Darla Joe Rasmussen', [], []],
  ['Anne-Marie Levesque', [], []],
  ['Jean-Luc Beaumont', [], []],
  ["D'Angelo Prewitt", [], []],
  ["Siân O'Rourke", [], []],
  ['Klaus von Hohenstein', [], []],
  ['Fatou N’Diaye', [], []],
  // Accents and other letters.
  ['José Villanueva', [], ['Pepe']],
  ['Zoë Vandermeer', [], []],
  ['Siobhán Gallagher', [], []],
  ['Łukasz Dąbrowski', [], []],
  ['Ayşe Yıldırım', [], []],
  ['Bjørn Sæther', [], []],
  ['Nguyễn Thị Hoa', [], []],
  ['Jürgen Müllerschön', [], []],
  // Short.
  // Al may be short for Alexander too.
  ['Al Zimmerman', ['Alex', 'Sasha', 'Xander'], []],
  ['Jo Winterbourne', [], []],
  ['Ty Ballantyne', [], []],
  // Written in other scripts, and from right to left.
  ['山田花子', [], []],
  ['佐々木健', [], []],
  ['김민준', [], []],
  ['Мария Иванова', [], []],
  ['Дмитрий Соколов', [], []],
  ['Ελένη Παπαδάκη', [], []],
  ['สมชาย', [], []],
  ['अनिता शर्मा', [], []],
  ['فاطمة الزهراء', [], []],
  ['عبد الرحمن', [], []],
  ['מרים לוי', [], []],
  ['יוסף', [], []],
]

// Initials that stand in every paper: hours, formats, the law.
const printed = new Set(['AM', 'PM', 'AU', 'CF', 'ID', 'DAP', 'SHA', 'CFR', 'NOT', 'CST', 'CDT'])

/** Everybody, each with initials of their own and a chart number that looks like nothing else. */
export function drawCast(dice: Dice): readonly Omit<Named, 'personId'>[] {
  return sketches.map(([preferredName, shortForms = [], aliases = []], index) => ({
    preferredName,
    initials: initialsOf(preferredName),
    chartId: `MRN-${100 + index}${dice.below(10_000).toString().padStart(4, '0')}`,
    aliases,
    shortForms,
  }))
}

function initialsOf(name: string): string {
  const letters = name.split(/[\s-]+/u).map((part) => Array.from(part)[0] ?? '')
  const initials = letters.join('').slice(0, 6)
  return printed.has(initials.toUpperCase()) ? `${initials}X` : initials
}
