import { guardKindSchema, signedKindSchema } from '../../src/shared/record/note-kinds.ts'
import { phaseKindSchema } from '../../src/shared/agenda/phase.ts'
import { measureIdSchema, noteIdSchema, type MeasureId, type NoteId } from '../../src/shared/ids.ts'
import type { AnyCommand, Command } from '../../src/shared/session/commands.ts'
import {
  gapVerdictSchema,
  markSchema,
  momentSchema,
  observationSchema,
  pauseKindSchema,
  skipReasonSchema,
} from '../../src/shared/session/vocabulary.ts'
import { memberCount, person, phase, uuid } from '../unit/session/arbitraries.ts'
import type { Dice } from './dice.ts'

type GivenType = Exclude<AnyCommand['type'], 'prepare'>

const minuteMs = 60_000
// Parsed once: a schema is far slower than a throw of the dice.
const people = Array.from({ length: memberCount + 4 }, (_, index) => person(index))
const phases = Array.from({ length: 10 }, (_, index) => phase(index))
const notes: NoteId[] = Array.from({ length: 50 }, (_, index) => noteIdSchema.parse(uuid('d', index)))
const measures: MeasureId[] = [0, 1, 2].map((index) => measureIdSchema.parse(uuid('e', index)))
const commitment = '0'.repeat(64)

type Makers = { readonly [Type in GivenType]: (dice: Dice) => Extract<AnyCommand, { type: Type }> }

const who = (dice: Dice) => ({ personId: one(dice, people) })
const whichPhase = (dice: Dice) => one(dice, phases)

// A few ids, members and signers, so that notes are met again by what amends and co-signs them.
function signNote(dice: Dice): Extract<AnyCommand, { type: 'sign-note' }> {
  const kind = dice.oneIn(2) ? 'note' : one(dice, signedKindSchema.options)
  return {
    type: 'sign-note',
    personId: one(dice, dice.oneIn(9) ? people : people.slice(2, 5)),
    noteId: one(dice, notes.slice(0, 12)),
    kind,
    amends: kind === 'note' && !dice.oneIn(9) ? null : one(dice, notes.slice(0, 12)),
    commitment,
    signedById: one(dice, dice.oneIn(3) ? people : people.slice(0, 2)),
    needsCoSignature: dice.oneIn(2),
    overridden: dice.oneIn(3) ? [one(dice, guardKindSchema.options)] : [],
  }
}

/** One of each: a command that is not here does not compile. */
const makers: Makers = {
  'set-topic': () => ({ type: 'set-topic', topic: 'Another evening' }),
  start: (dice) => ({ type: 'start', end: dice.pick(['as-scheduled', 'full-length']) }),
  'next-phase': () => ({ type: 'next-phase' }),
  'previous-phase': () => ({ type: 'previous-phase' }),
  'extend-phase': (dice) => ({ type: 'extend-phase', minutes: dice.pick([2, 5]) }),
  'skip-phase': (dice) => ({
    type: 'skip-phase',
    phaseId: whichPhase(dice),
    reason: one(dice, skipReasonSchema.options),
  }),
  replan: (dice) => ({
    type: 'replan',
    minutes: [{ phaseId: whichPhase(dice), minutes: 1 + dice.below(60) }],
  }),
  'extend-session': (dice) => ({ type: 'extend-session', minutes: 1 + dice.below(60) }),
  'insert-phase': insertPhase,
  'reorder-phases': reorderPhases,
  'judge-gap': (dice) => ({
    type: 'judge-gap',
    gap: 1 + dice.below(60),
    verdict: one(dice, gapVerdictSchema.options),
  }),
  pause: (dice) => ({ type: 'pause', kind: one(dice, pauseKindSchema.options) }),
  resume: () => ({ type: 'resume' }),
  end: () => ({ type: 'end' }),
  'add-member': (dice) => ({
    type: 'add-member',
    attendee: {
      ...who(dice),
      role: dice.pick(['member', 'family', 'guest', 'observer', 'co-lead']),
      hasAgreed: dice.oneIn(2),
    },
  }),
  'record-agreement': (dice) => ({ type: 'record-agreement', ...who(dice) }),
  expect: (dice) => ({ type: 'expect', ...who(dice) }),
  delay: (dice) => ({ type: 'delay', ...who(dice) }),
  arrive: (dice) => ({ type: 'arrive', ...who(dice) }),
  'arrive-all': () => ({ type: 'arrive-all' }),
  'step-out': (dice) => ({ type: 'step-out', ...who(dice) }),
  return: (dice) => ({ type: 'return', ...who(dice) }),
  leave: (dice) => ({ type: 'leave', ...who(dice) }),
  excuse: (dice) => ({ type: 'excuse', ...who(dice) }),
  'mark-absent': (dice) => ({ type: 'mark-absent', ...who(dice) }),
  substitute: (dice) => ({ type: 'substitute', ...who(dice) }),
  'hand-over': (dice) => ({ type: 'hand-over', ...who(dice) }),
  'give-floor': (dice) => ({ type: 'give-floor', ...who(dice) }),
  'release-floor': (dice) => ({ type: 'release-floor', ...who(dice) }),
  'pass-on': (dice) => ({ type: 'pass-on', personId: dice.oneIn(5) ? null : one(dice, people) }),
  observe: (dice) => ({ type: 'observe', observation: one(dice, observationSchema.options) }),
  'answer-sample': (dice) => ({
    type: 'answer-sample',
    sample: dice.below(4),
    heardIds: people.filter(() => dice.oneIn(3)),
    isComplete: dice.oneIn(2),
  }),
  'record-check-in': (dice) => ({
    type: 'record-check-in',
    ...who(dice),
    moment: one(dice, momentSchema.options),
    measureId: one(dice, measures),
    value: dice.below(11),
  }),
  'assign-follow-up': (dice) => ({
    type: 'assign-follow-up',
    mark: 1 + dice.below(60),
    ownerId: one(dice, people),
  }),
  'close-follow-up': (dice) => ({
    type: 'close-follow-up',
    mark: 1 + dice.below(60),
    noteId: one(dice, notes),
    commitment,
    signedById: one(dice, people),
  }),
  'sign-note': signNote,
  'erase-chart': (dice) => ({ type: 'erase-chart', ...who(dice) }),
  'move-note': (dice) => ({
    type: 'move-note',
    fromId: one(dice, notes),
    noteId: one(dice, notes),
    commitment,
  }),
  'enter-paper': enterPaper,
  mark: (dice) => ({ type: 'mark', ...who(dice), mark: one(dice, markSchema.options) }),
  'record-note': (dice) => ({ type: 'record-note', noteId: one(dice, notes), commitment }),
  'keep-private-note': (dice) => ({ type: 'keep-private-note', noteId: one(dice, notes) }),
  'notice-jump': (dice) => ({ type: 'notice-jump', byMs: dice.below(120 * minuteMs) - 60 * minuteMs }),
  'come-back': (dice) => ({
    type: 'come-back',
    awayMs: dice.below(20 * minuteMs),
    passedMs: dice.oneIn(3) ? dice.below(20 * minuteMs) : null,
    watchedMs: dice.oneIn(3) ? dice.below(20 * minuteMs) : null,
  }),
  'run-out': (dice) => ({ type: 'run-out', phaseId: whichPhase(dice) }),
  undo: () => ({ type: 'undo' }),
}

// What moves a session on comes more often, or most sequences would be over before they had begun.
const often: Readonly<Partial<Record<string, number>>> = {
  'give-floor': 8,
  'release-floor': 5,
  'pass-on': 4,
  'next-phase': 4,
  undo: 4,
  mark: 3,
  arrive: 2,
  pause: 2,
  resume: 3,
  'judge-gap': 2,
  'answer-sample': 2,
}
const weighted: readonly ((dice: Dice) => AnyCommand)[] = Object.entries(makers).flatMap(([type, maker]) =>
  Array.from({ length: often[type] ?? 1 }, () => maker),
)

/** Any command, sensible or not. */
export function randomCommand(dice: Dice): AnyCommand {
  return one(dice, weighted)(dice)
}

/** What is done after the close: mostly signing, between anything else. */
export function afterwards(dice: Dice): AnyCommand {
  return dice.oneIn(3) ? randomCommand(dice) : signNote(dice)
}

function insertPhase(dice: Dice): Extract<Command, { type: 'insert-phase' }> {
  const minimumMinutes = 1 + dice.below(5)
  return {
    type: 'insert-phase',
    phase: {
      id: whichPhase(dice),
      name: 'Put in',
      kind: one(dice, phaseKindSchema.options),
      minutes: minimumMinutes + dice.below(20),
      minimumMinutes,
      isProtected: dice.oneIn(3),
    },
    beforePhaseId: dice.oneIn(2) ? null : whichPhase(dice),
  }
}

/** The last phases of an agenda of up to ten, turned round. */
function reorderPhases(dice: Dice): Extract<Command, { type: 'reorder-phases' }> {
  const ahead = phases.slice(1 + dice.below(7), 5 + dice.below(5))
  const chosen = ahead.length < 2 ? phases.slice(1, 4) : ahead
  const by = 1 + dice.below(chosen.length - 1)
  return { type: 'reorder-phases', phaseIds: [...chosen.slice(by), ...chosen.slice(0, by)] }
}

/** A sheet of a session about which a run could be; most are refused, since their times contradict. */
function enterPaper(dice: Dice): Extract<Command, { type: 'enter-paper' }> {
  const startedAtMs = 1_794_933_900_000 - dice.below(10) * 60 * minuteMs
  const minutes = 30 + dice.below(90)
  const lines = people.slice(0, memberCount + 2).map((personId) => {
    const presence = dice.pick(['present', 'present', 'present', 'excused', 'absent', 'substituted'] as const)
    const isHere = presence === 'present'
    return {
      personId,
      presence,
      cameAfterMinutes: isHere && dice.oneIn(3) ? dice.below(40) : null,
      leftAfterMinutes: isHere && dice.oneIn(3) ? 40 + dice.below(60) : null,
    }
  })
  return {
    type: 'enter-paper',
    sheet: {
      startedAtMs,
      endedAtMs: startedAtMs + minutes * minuteMs,
      phases: phases.slice(0, 1 + dice.below(7)).map((phaseId) => ({ phaseId, minutes: dice.below(15) })),
      people: lines,
    },
    marks: lines
      .filter(({ presence }) => presence === 'present' && dice.oneIn(4))
      .map(({ personId }) => ({ personId, mark: one(dice, markSchema.options) })),
  }
}

function one<Item>(dice: Dice, items: readonly Item[]): Item {
  const item = items[dice.below(items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
