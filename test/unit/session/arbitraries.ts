import fc from 'fast-check'
import { phaseKindSchema } from '../../../src/shared/agenda/phase.ts'
import { agendaTemplates } from '../../../src/shared/agenda/templates.ts'
import { groupTypeSchema } from '../../../src/shared/agenda/group-type.ts'
import {
  groupIdSchema,
  measureIdSchema,
  noteIdSchema,
  personIdSchema,
  phaseIdSchema,
  type NoteId,
  type PersonId,
  type PhaseId,
} from '../../../src/shared/ids.ts'
import type { AnyCommand, CoreCommand } from '../../../src/shared/session/commands.ts'
import type { Role } from '../../../src/shared/session/vocabulary.ts'
import {
  gapVerdictSchema,
  markSchema,
  momentSchema,
  observationSchema,
  pauseKindSchema,
  skipReasonSchema,
} from '../../../src/shared/session/vocabulary.ts'
import { signArbitrary } from './sign-arbitrary.ts'

/** A uuid that tells what it is and counts: readable when a property fails. */
export function uuid(kind: string, index: number): string {
  return `${kind.padEnd(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
}

export function person(index: number): PersonId {
  return personIdSchema.parse(uuid('a', index))
}

export function phase(index: number): PhaseId {
  return phaseIdSchema.parse(uuid('b', index))
}

export function note(index: number): NoteId {
  return noteIdSchema.parse(uuid('d', index))
}

function measure(index: number) {
  return measureIdSchema.parse(uuid('e', index))
}

export const memberCount = 6

/** Six members and two facilitators, in a group of any type with its own template. */
export const prepareArbitrary = fc
  .constantFrom(...groupTypeSchema.options)
  .map((type) => prepareCommand(type))

export function prepareCommand(
  groupType: (typeof groupTypeSchema.options)[number] = 'relapse-prevention',
): Extract<CoreCommand, { type: 'prepare' }> {
  const template = agendaTemplates[groupType]
  const roles: Role[] = ['lead', 'co-lead', ...Array.from({ length: memberCount }, () => 'member' as const)]
  return {
    type: 'prepare',
    groupId: groupIdSchema.parse(uuid('c', 1)),
    number: 14,
    groupType,
    part2: 'part2',
    topic: 'High-risk evenings',
    lengthMinutes: template.lengthMinutes,
    plannedStartMs: null,
    phases: template.phases.map((planned, index) => ({ ...planned, id: phase(index) })),
    attendees: roles.map((role, index) => ({ personId: person(index), role, hasAgreed: index !== 3 })),
  }
}

const personId = fc.integer({ min: 0, max: memberCount + 3 }).map(person)
const phaseId = fc.integer({ min: 0, max: 9 }).map(phase)
const noteId = fc.integer({ min: 0, max: 999 }).map(note)
const commitment = fc.constant('0'.repeat(64))

function aboutPerson<Type extends AnyCommand['type']>(type: Type) {
  return personId.map((id) => ({ type, personId: id }))
}

// Sheets of a session that a run could be about: half of them are told a longer time than there was.
const sheetArbitrary = fc
  .record({
    startedAtMs: fc.integer({ min: 1_794_900_000_000, max: 1_794_933_900_000 }),
    minutes: fc.integer({ min: 1, max: 200 }),
    phases: fc.uniqueArray(fc.record({ phaseId, minutes: fc.integer({ min: 0, max: 20 }) }), {
      selector: (held) => held.phaseId,
      maxLength: 7,
    }),
    people: fc.uniqueArray(
      fc.record({
        personId,
        presence: fc.constantFrom(...(['present', 'excused', 'absent', 'substituted'] as const)),
        cameAfterMinutes: fc.option(fc.integer({ min: 0, max: 200 })),
        leftAfterMinutes: fc.option(fc.integer({ min: 0, max: 200 })),
      }),
      { selector: (line) => line.personId, maxLength: 6 },
    ),
    marks: fc.array(fc.record({ personId, mark: fc.constantFrom(...markSchema.options) }), { maxLength: 3 }),
  })
  .map(({ minutes, marks, ...sheet }) => ({
    type: 'enter-paper' as const,
    sheet: { ...sheet, endedAtMs: sheet.startedAtMs + minutes * 60_000 },
    marks,
  }))

/** Any command, sensible or not: most runs mix both, so that refusals are met in every state. */
export const commandArbitrary: fc.Arbitrary<AnyCommand> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('start' as const),
      end: fc.constantFrom('as-scheduled' as const, 'full-length' as const),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ type: 'next-phase' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'previous-phase' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('extend-phase' as const), minutes: fc.constantFrom(2, 5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('skip-phase' as const),
      phaseId,
      reason: fc.constantFrom(...skipReasonSchema.options),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('replan' as const),
      minutes: fc.array(fc.record({ phaseId, minutes: fc.integer({ min: 1, max: 60 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('pause' as const),
      kind: fc.constantFrom(...pauseKindSchema.options),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'resume' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'end' as const }) },
  {
    weight: 2,
    arbitrary: personId.map((id) => ({
      type: 'add-member' as const,
      attendee: { personId: id, role: 'member' as const, hasAgreed: false },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'arrive-all' as const }) },
  {
    weight: 8,
    arbitrary: fc.oneof(
      aboutPerson('record-agreement'),
      aboutPerson('delay'),
      aboutPerson('arrive'),
      aboutPerson('step-out'),
      aboutPerson('return'),
      aboutPerson('leave'),
      aboutPerson('expect'),
      aboutPerson('excuse'),
      aboutPerson('mark-absent'),
      aboutPerson('substitute'),
      aboutPerson('hand-over'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('answer-sample' as const),
      sample: fc.integer({ min: 0, max: 4 }),
      heardIds: fc.uniqueArray(personId, { maxLength: 3 }),
      isComplete: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('pass-on' as const), personId: fc.option(personId) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('observe' as const),
      observation: fc.constantFrom(...observationSchema.options),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('extend-session' as const),
      minutes: fc.integer({ min: 1, max: 180 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('insert-phase' as const),
      phase: phaseId.chain((id) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant('Put in'),
          kind: fc.constantFrom(...phaseKindSchema.options),
          minutes: fc.integer({ min: 5, max: 30 }),
          minimumMinutes: fc.constant(5),
          isProtected: fc.boolean(),
        }),
      ),
      beforePhaseId: fc.option(phaseId),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('reorder-phases' as const),
      // Orders of the last phases of an agenda of up to nine, some of which fit what lies ahead.
      phaseIds: fc.integer({ min: 1, max: 7 }).chain((first) =>
        fc.shuffledSubarray(
          Array.from({ length: 9 - first }, (_, index) => phase(first + index)),
          { minLength: 2 },
        ),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('judge-gap' as const),
      gap: fc.integer({ min: 1, max: 90 }),
      verdict: fc.constantFrom(...gapVerdictSchema.options),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('record-check-in' as const),
      personId,
      moment: fc.constantFrom(...momentSchema.options),
      measureId: fc.integer({ min: 0, max: 2 }).map(measure),
      value: fc.integer({ min: 0, max: 10 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('assign-follow-up' as const),
      mark: fc.integer({ min: 1, max: 90 }),
      ownerId: personId,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('close-follow-up' as const),
      mark: fc.integer({ min: 1, max: 90 }),
      noteId,
      commitment,
      signedById: personId,
    }),
  },
  { weight: 3, arbitrary: signArbitrary(person, note) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('move-note' as const), fromId: noteId, noteId, commitment }),
  },
  { weight: 2, arbitrary: fc.oneof(aboutPerson('erase-chart'), sheetArbitrary) },
  { weight: 8, arbitrary: aboutPerson('give-floor') },
  { weight: 6, arbitrary: aboutPerson('release-floor') },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('mark' as const),
      personId,
      mark: fc.constantFrom(...markSchema.options),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('record-note' as const), noteId, commitment }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('keep-private-note' as const), noteId }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('come-back' as const),
      awayMs: fc.integer({ min: 0, max: 600_000 }),
      passedMs: fc.option(fc.integer({ min: 0, max: 600_000 })),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'undo' as const }) },
)

/** A step of a run: time passes, then a command is given. Now and then the wall clock or the whole run changes. */
export interface Step {
  readonly passMs: number
  readonly wallJumpMs: number
  readonly isNewRun: boolean
  readonly command: AnyCommand
}

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  passMs: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 5_000 }),
    fc.integer({ min: 0, max: 1_200_000 }),
  ),
  wallJumpMs: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -7_200_000, max: 7_200_000 }) },
  ),
  isNewRun: fc.oneof(
    { weight: 19, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  command: commandArbitrary,
})
