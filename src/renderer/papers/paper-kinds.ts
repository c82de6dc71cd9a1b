import {
  BookOpenCheck,
  ClipboardList,
  EyeOff,
  FileHeart,
  FileText,
  Files,
  Sheet,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'

export type PaperId =
  | 'group-summary'
  | 'notes'
  | 'note'
  | 'attendance-sheet'
  | 'attendance-table'
  | 'supervision-summary'
  | 'de-identified-summary'
  | 'note-bundles'

export interface PaperKind {
  readonly id: PaperId
  readonly name: string
  readonly icon: LucideIcon
  /** What it becomes, and how many. */
  readonly form: string
  readonly about: string
  /** Whether it is printed, and so has a paper size and can have a password. */
  readonly isPrinted: boolean
}

/** Every document that can be made of a session, the one that is made most often first. */
export const paperKinds: readonly PaperKind[] = [
  {
    id: 'group-summary',
    name: 'Group summary',
    icon: UsersRound,
    form: 'One PDF',
    about:
      'The session as a whole, for the group’s own file: facts of the log and the shared part. It has no place for a member’s name.',
    isPrinted: true,
  },
  {
    id: 'notes',
    name: 'All signed notes',
    icon: Files,
    form: 'A PDF for each member',
    about:
      'Every signed note with what amends it, each for its own member’s chart. In a file of one member no other member exists.',
    isPrinted: true,
  },
  {
    id: 'note',
    name: 'One member’s note',
    icon: FileText,
    form: 'One PDF or FHIR document',
    about:
      'A signed note with what amends it: for the chart, or for somebody whom this member lets have it, by a consent that is named on it.',
    isPrinted: true,
  },
  {
    id: 'attendance-sheet',
    name: 'Attendance and sign-in',
    icon: ClipboardList,
    form: 'One PDF',
    about:
      'Who came, with minutes, and a line each to sign on. A roster of the group: it belongs in nobody’s chart.',
    isPrinted: true,
  },
  {
    id: 'attendance-table',
    name: 'Attendance as a table',
    icon: Sheet,
    form: 'One CSV',
    about: 'Who came for how many minutes, for whoever bills it. A spreadsheet opens it.',
    isPrinted: false,
  },
  {
    id: 'supervision-summary',
    name: 'Supervision summary',
    icon: BookOpenCheck,
    form: 'One PDF',
    about:
      'How the session went, for those who supervise its facilitators: plan beside time, turns, rounds and interventions. No member is named.',
    isPrinted: true,
  },
  {
    id: 'de-identified-summary',
    name: 'De-identified summary',
    icon: EyeOff,
    form: 'One PDF',
    about:
      'For teaching: the year alone, no count under three, no name that the console knows, and a code that links to nothing. Each time it gets another code.',
    isPrinted: true,
  },
  {
    id: 'note-bundles',
    name: 'Notes for other programs',
    icon: FileHeart,
    form: 'FHIR R4 for each member',
    about:
      'Every signed note as a document bundle that a chart program can take in, one for each member’s own chart.',
    isPrinted: false,
  },
]
