import type { Refusal } from '../../shared/session/commands.ts'
import type { FailureWords } from './failure-words.ts'

/** Why the session did not take a command. A refusal never changes anything. */
export const refusalWords: Readonly<Record<Refusal, Omit<FailureWords, 'safe'>>> = {
  'already-prepared': {
    happened: 'This session is already prepared.',
    next: 'Go on with it from Today.',
  },
  'not-prepared': {
    happened: 'This session is not prepared yet.',
    next: 'Prepare it from Today or from its group.',
  },
  'already-started': {
    happened: 'The session has already started.',
    next: 'Go on with it as it is.',
  },
  'not-running': {
    happened: 'The session is not running.',
    next: 'Start it, or end the pause, then try again.',
  },
  'not-paused': {
    happened: 'The session is not paused.',
    next: 'Go on; there is no pause to end.',
  },
  ended: {
    happened: 'The session is closed.',
    next: 'Write what is missing in the debrief.',
  },
  'unknown-person': {
    happened: 'This person is not in the circle.',
    next: 'Add them first, then try again.',
  },
  'unknown-phase': {
    happened: 'This phase is not in the session’s agenda.',
    next: 'Choose one from the agenda at the side.',
  },
  'already-there': {
    happened: 'That is how it stands already.',
    next: 'Go on; nothing else is needed.',
  },
  'not-present': {
    happened: 'This person is not in the room.',
    next: 'Mark them as here first.',
  },
  'not-possible': {
    happened: 'This does not fit how things stand now.',
    next: 'Look at the seat or the phase: it says what can be done with it.',
  },
  'circle-full': {
    happened: 'The circle has no free seat left.',
    next: 'Write the visit in a record note, so that it is not lost.',
  },
  'has-floor': {
    happened: 'This person already has the floor.',
    next: 'Press their number again to take it back.',
  },
  'no-floor': {
    happened: 'This person does not have the floor.',
    next: 'Press their number to give it to them.',
  },
  'on-break': {
    happened: 'The session is paused or on a break.',
    next: 'Go on first; then the floor can be given.',
  },
  'phase-over': {
    happened: 'This phase is already over.',
    next: 'Choose a phase that is still ahead.',
  },
  'first-phase': {
    happened: 'This is the first phase; there is none before it.',
    next: 'Go on from here.',
  },
  'last-phase': {
    happened: 'This is the last phase; there is none after it.',
    next: 'Close the session when the circle is done.',
  },
  'too-short': {
    happened: 'The time left is shorter than the phases can become.',
    next: 'Skip a phase, or run the session longer.',
  },
  'below-minimum': {
    happened: 'A phase would get fewer minutes than its minimum.',
    next: 'Take the minutes from another phase, or skip one.',
  },
  'not-in-round': {
    happened: 'This phase is not a round.',
    next: 'Give the floor with a seat’s number instead.',
  },
  sampling: {
    happened: 'Turns are not tapped in this session: the console asks every five minutes who was heard.',
    next: 'Switch to tapping turns, if you want to.',
  },
  'not-sampling': {
    happened: 'Turns are tapped in this session.',
    next: 'Switch to being asked every five minutes, if you want to.',
  },
  'agenda-full': {
    happened: 'The agenda has as many phases as it can hold.',
    next: 'Skip one, or rename one in the group’s agenda.',
  },
  'unknown-gap': {
    happened: 'The session knows of no such gap.',
    next: 'Go on; the times are right as they stand.',
  },
  'gap-settled': {
    happened: 'This gap counts as that already.',
    next: 'Go on; nothing else is needed.',
  },
  'went-on': {
    happened: 'The session went on after this gap, so it did not end with it.',
    next: 'Take back what was done since, or call the gap a break.',
  },
  'unknown-follow-up': {
    happened: 'This follow-up is not open any more: its mark was taken back.',
    next: 'Mark the risk again if it stands.',
  },
  'follow-up-closed': {
    happened: 'This follow-up is signed and closed.',
    next: 'Write what is new in a note of its own.',
  },
  'not-a-sheet': {
    happened: 'The times on the sheet do not fit together.',
    next: 'Look at the start, the end and the minutes of the phases.',
  },
  'unknown-note': {
    happened: 'There is no such note to go on from.',
    next: 'Open the session again and look which notes it has.',
  },
  'already-signed': {
    happened: 'This is signed already, and never changes.',
    next: 'Write an addendum or a correction; the note stays readable beside it.',
  },
  'chart-erased': {
    happened: 'The chart of this member was erased, and nothing more is recorded of them.',
    next: 'Whoever comes again gets a chart of their own.',
  },
  'may-not-sign': {
    happened: 'Who led the session signs its notes, and somebody else co-signs them.',
    next: 'Who only sat in can write an attestation.',
  },
  'guards-open': {
    happened: 'Something is still to be looked at before this is signed.',
    next: 'Change the words, or say that they are meant so.',
  },
  'not-closed': {
    happened: 'A note is signed when its session is over.',
    next: 'End the session first.',
  },
  signed: {
    happened: 'What was signed stands, and nothing from before it is taken back.',
    next: 'What was done before can be changed by its own means: at the seat, in the agenda, in a new note.',
  },
  'nothing-to-undo': {
    happened: 'There is nothing to take back.',
    next: 'Go on; what was done before stays in the log.',
  },
}
