import {
  groupIdSchema,
  noteIdSchema,
  personIdSchema,
  sessionIdSchema,
  type NoteId,
} from '../../src/shared/ids.ts'
import type { Consent, NoteDocumentFacts } from '../../src/shared/record/note-document.ts'
import type { AmendmentKind } from '../../src/shared/record/note-kinds.ts'
import type {
  Amendment,
  CoSignature,
  NoteFacts,
  NoteFormat,
  NoteSignature,
  SignedNote,
  Signer,
} from '../../src/shared/record/note.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

function uuid(number: number): string {
  return `5b1c0a52-8f0e-4a53-9c1e-${String(number).padStart(12, '0')}`
}

export const author: Signer = {
  personId: personIdSchema.parse(uuid(1)),
  name: 'Nora Field',
  credentials: 'LCSW',
}
export const supervisor: Signer = {
  personId: personIdSchema.parse(uuid(2)),
  name: 'Ellen Marsh',
  credentials: 'PsyD',
}
const noteId = noteIdSchema.parse(uuid(100))
const endedAtMs = Date.parse('2026-11-24T19:31:00-05:00')

export const noteFacts: NoteFacts = {
  sessionId: sessionIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1'),
  groupId: groupIdSchema.parse(uuid(3)),
  number: 14,
  clinic: 'Harbor Street Outpatient',
  groupName: 'Riverside Evening Circle',
  groupType: 'relapse-prevention',
  part2: 'part2',
  topic: 'High-risk evenings',
  zone: 'America/New_York',
  startedAtMs: Date.parse('2026-11-24T18:00:00-05:00'),
  endedAtMs,
  enteredLateAtMs: null,
  elapsedMs: 91 * minuteMs,
  breakMs: 0,
  member: {
    personId: personIdSchema.parse(uuid(4)),
    name: 'Dee Sample',
    chartId: '0417',
    role: 'member',
    presence: 'present',
    hasCome: true,
    presentMs: 87 * minuteMs,
    breakMs: 0,
  },
  sentences: [
    'Present for 87 of 91 minutes.',
    'Stepped out at 6:52 PM and came back at 6:56 PM.',
    'Shared at 6:20 PM (Check-in round) and 6:44 PM (Topic).',
    'Used or practised a skill at 7:12 PM (High-risk situations).',
  ],
  marks: [
    { mark: 'shared', count: 2 },
    { mark: 'skill', count: 1 },
  ],
  checkIns: [
    { name: 'Mood', moment: 'start', value: 4 },
    { name: 'Mood', moment: 'end', value: 6 },
    { name: 'Craving', moment: 'start', value: 7 },
  ],
  followUps: [{ openedAtMs: endedAtMs - 40 * minuteMs, closedAtMs: null }],
  memberCount: 10,
  guestCount: 0,
  facilitators: [
    { ...author, role: 'lead', interventions: 'Motivational interviewing about the last two evenings.' },
    {
      personId: personIdSchema.parse(uuid(5)),
      name: 'Maya Reed',
      credentials: 'LPC, CADC',
      role: 'co-lead',
      interventions: 'Two minutes of urge surfing and a refusal role-play.',
    },
  ],
  groupProcess: 'The group moved from describing evenings to comparing ways home.',
  groupPlan: 'Everyone brings one evening to plan.',
  homePractice: 'Two minutes of urge surfing a day.',
}

function signedBy(signer: Signer, hours: number, isLate = false): NoteSignature {
  return { signer, signedAtMs: endedAtMs + hours * hourMs, delayMs: hours * hourMs, isLate }
}

export function signedNote(format: NoteFormat, change: Partial<NoteFacts> = {}): SignedNote {
  return {
    kind: 'note',
    facts: { ...noteFacts, ...change },
    words: {
      format,
      response:
        'She named the walk home from work as her trigger and gave the place and the hour: past the corner store, about 17:40. Another member offered feedback; she asked one question back and wrote the answer on her card.',
      plan: 'Walks home by Elm Street on Wednesday and with her sister on Friday.',
      goals: [
        { text: 'Weekday evenings without a drink', progress: 'four of five, from three the week before' },
        { text: 'Another way home, or company', progress: '' },
      ],
    },
    signature: signedBy(author, 1),
  }
}

export interface Later {
  readonly noteId: NoteId
  readonly text: Amendment | CoSignature
}

export function amendment(number: number, kind: AmendmentKind, text: string): Later {
  return {
    noteId: noteIdSchema.parse(uuid(200 + number)),
    text: { kind, amends: noteId, text, signature: signedBy(author, 43 + number) },
  }
}

export function coSignature(number: number, amends: NoteId = noteId): Later {
  return {
    noteId: noteIdSchema.parse(uuid(300 + number)),
    text: { kind: 'co-signature', amends, signature: signedBy(supervisor, 14) },
  }
}

export const disclosure: Consent = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: '0417-3 of 2 September 2026',
}

/** What a note's document is made of, stamped as the core would. */
export function noteDocument(
  note: SignedNote,
  later: readonly Later[] = [],
  consent: Consent = { kind: 'chart' },
): NoteDocumentFacts {
  return {
    stamp: {
      kind: 'progress-note',
      sessionId: note.facts.sessionId,
      personId: note.facts.member.personId,
      code: '5AE1-3F',
      version: 1 + later.length,
      contentHash: '4e91c07a1b2c3d4e'.repeat(4),
      fileName: '2026-11-24-5AE1-note-3F.pdf',
    },
    part2: note.facts.part2,
    consent,
    note: { noteId, text: note },
    later,
    awaited: [],
  }
}
