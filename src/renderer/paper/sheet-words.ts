/** What is printed for a session before it is held. */
export type SheetKind = 'tick-sheet' | 'sign-in'

/** The call that makes each, and the words around it. */
export const sheetWords = {
  'tick-sheet': {
    call: 'export.tick-sheet',
    title: 'Print the tick sheet',
    make: 'Make the sheet',
    about: 'One page to run the session by without the computer: agenda, seats, attendance and marks.',
    after: 'Keep it locked away, and destroy it once it is entered.',
  },
  'sign-in': {
    call: 'export.attendance-sheet',
    title: 'Print the sign-in list',
    make: 'Make the list',
    about: 'A line each to sign on. Once the session has ended, its papers have the attendance with minutes.',
    after: 'Whoever signs reads who else is in the group. It belongs in nobody’s chart.',
  },
} as const
