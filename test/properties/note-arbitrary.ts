import fc from 'fast-check'
import { groupTypeSchema } from '../../src/shared/agenda/group-type.ts'
import { noteIdSchema, personIdSchema } from '../../src/shared/ids.ts'
import type { NoteDocumentFacts } from '../../src/shared/record/note-document.ts'
import { amendmentKindSchema } from '../../src/shared/record/note-kinds.ts'
import { noteFormatSchema } from '../../src/shared/record/note.ts'
import { modalitySchema, part2Schema, presenceSchema } from '../../src/shared/session/vocabulary.ts'
import { noteDocument, noteFacts, signedNote } from '../support/note-cases.ts'

const minuteMs = 60_000

/** Whatever can be typed, pasted or read back from a disk: markup, marks of direction, blanks and signs that XML has not. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' \u{a0}\u{3000}\u{2003} ',
    '<script>alert(1)</script>&amp;&#x0;]]>',
    '"quoted" \'and\' <br> & so on',
    'a\u{0}b\u{8}c\u{b}d\u{1f}e\u{7f}',
    'a\u{fffe}b\u{ffff}c\u{d800}d\u{dfff}',
    'line\nline\r\nline\u{2028}line\u{2029}',
    '\u{feff}\u{200b}\u{200e}\u{202e}',
    'מרים אמרה: לא',
    '山田\u{3000}花子',
  ),
)
const anyName = anyText.filter((text) => text !== '')
const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2039, 11, 31) })
const anyZone = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'))
const anySigner = fc.record({
  personId: fc.uuid().map((id) => personIdSchema.parse(id)),
  name: anyName,
  credentials: anyText,
})

const anyFacts = fc
  .record({
    clinic: anyName,
    groupName: anyName,
    groupType: fc.constantFrom(...groupTypeSchema.options),
    part2: fc.constantFrom(...part2Schema.options),
    modality: fc.constantFrom(...modalitySchema.options),
    number: fc.integer({ min: 1, max: 900 }),
    topic: anyText,
    zone: anyZone,
    startedAtMs: anyTime,
    enteredLateAtMs: fc.option(anyTime),
    minutes: fc.integer({ min: 1, max: 600 }),
    breakMs: fc.integer({ min: 0, max: 60 * minuteMs }),
    member: fc.record({
      name: anyName,
      chartId: anyText,
      presence: fc.constantFrom(...presenceSchema.options),
      hasCome: fc.boolean(),
      presentMs: fc.integer({ min: 0, max: 600 * minuteMs }),
      breakMs: fc.integer({ min: 0, max: 60 * minuteMs }),
    }),
    sentences: fc.array(anyText, { maxLength: 4 }),
    checkIns: fc.array(
      fc.record({
        name: anyName,
        moment: fc.constantFrom('start' as const, 'end' as const),
        value: fc.integer({ min: 0, max: 10 }),
      }),
      { maxLength: 4 },
    ),
    followUps: fc.array(fc.record({ openedAtMs: anyTime, closedAtMs: fc.option(anyTime) }), { maxLength: 2 }),
    memberCount: fc.integer({ min: 0, max: 24 }),
    guestCount: fc.integer({ min: 0, max: 6 }),
    facilitators: fc.array(
      fc
        .tuple(anySigner, fc.constantFrom('lead' as const, 'co-lead' as const), anyText)
        .map(([signer, role, interventions]) => ({ ...signer, role, interventions })),
      { maxLength: 3 },
    ),
    groupProcess: anyText,
    groupPlan: anyText,
    homePractice: anyText,
  })
  .map(({ minutes, member, ...facts }) => ({
    ...noteFacts,
    ...facts,
    endedAtMs: facts.startedAtMs + minutes * minuteMs,
    elapsedMs: minutes * minuteMs,
    member: { ...noteFacts.member, ...member },
  }))

const anySignature = fc.record({
  signer: anySigner,
  signedAtMs: anyTime,
  delayMs: fc.integer({ min: 0, max: 4_000_000_000 }),
  isLate: fc.boolean(),
})
const anyNoteId = fc.uuid().map((id) => noteIdSchema.parse(id))

/** Facts of a note's document, far wilder than any that the console makes. */
export const noteDocumentArbitrary: fc.Arbitrary<NoteDocumentFacts> = fc
  .record({
    facts: anyFacts,
    words: fc.record({
      format: fc.constantFrom(...noteFormatSchema.options),
      response: anyText,
      plan: anyText,
      goals: fc.array(fc.record({ text: anyText, progress: anyText }), { maxLength: 3 }),
    }),
    signature: anySignature,
    later: fc.array(
      fc.tuple(
        anyNoteId,
        fc.constantFrom(...amendmentKindSchema.options, 'co-signature' as const),
        anyText,
        anySignature,
      ),
      { maxLength: 4 },
    ),
    isAwaited: fc.boolean(),
    consent: fc.oneof(
      fc.constant({ kind: 'chart' as const }),
      fc.record({
        kind: fc.constant('disclosure' as const),
        recipient: anyName,
        purpose: anyName,
        reference: anyName,
      }),
    ),
  })
  .map(({ facts, words, signature, later, isAwaited, consent }) => {
    const made = noteDocument({ ...signedNote('DAP'), facts, words, signature }, [], consent)
    const { noteId } = made.note
    return {
      ...made,
      later: later.map(([id, kind, text, signedBy]) => ({
        noteId: id,
        text:
          kind === 'co-signature'
            ? { kind, amends: noteId, signature: signedBy }
            : { kind, amends: noteId, text, signature: signedBy },
      })),
      awaited: isAwaited ? [noteId, ...later.map(([id]) => id)] : [],
    }
  })
