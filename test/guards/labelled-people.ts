import type { Nameable } from '../../src/shared/roster/nameable.ts'

/** Invented people. More than a circle holds, so that each kind of name is there at once and gets in the others' way. */
export const labelledPeople: readonly Nameable[] = [
  person('Noor Haddad', 'NH'),
  person('Ida Brandvold', 'IB'),
  person('Jess Okonkwo', 'JO'),
  person('Alexander Petrov', 'AP'),
  person('Will Tanaka', 'WT'),
  person('Mark Delacroix', 'MD'),
  person('Grace Liu', 'GL'),
  person('Mary Ann Kowalski', 'MAK'),
  person('May Sato', 'MS'),
  person('Rose Adeyemi', 'RA'),
  person('Hope Lindqvist', 'HL'),
  person('Art Novak', 'AN'),
  person('Bill Farrow', 'BF'),
  person('Summer Castellano', 'SC'),
  person('Ray Mbeki', 'RM'),
  person('Joy Achterberg', 'JA'),
  person('Frank Osei', 'FO'),
  person('Drew Halloran', 'DH'),
  person('Aaron Abbott', 'AA'),
  person('An Pham', 'AP'),
  person('José Núñez', 'JN'),
  person('Zoë Müller', 'ZM'),
  person("Siobhán O'Brien", 'SO'),
  person('Jean-Luc Moreau', 'JLM'),
  person('山田 花子', '山'),
  person('محمد علي', 'م.ع'),
  person('Ольга Иванова', 'ОИ'),
  person('김민수', '민수'),
  person('Elizabeth Crane', 'EC', ['Queenie', '+1 312 555 0142', 'husband Tobias']),
  person('Robert Vance', 'RV', ['Ace', '708-555-0199']),
]

/** The one whom the labelled sentences are about, unless a sentence says otherwise. */
export const labelledOwn = 'Noor Haddad'

function person(preferredName: string, initials: string, aliases: readonly string[] = []): Nameable {
  return { preferredName, initials, aliases }
}
