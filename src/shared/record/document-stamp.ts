import type { GroupId, PersonId, SessionId } from '../ids.ts'
import { z } from '../zod.ts'

/** Every kind of document that leaves the vault as a file. */
export const documentKindSchema = z.enum([
  'group-summary',
  'de-identified-summary',
  'tick-sheet',
  'progress-note',
  'attendance-sheet',
  'attendance-table',
  'session-table',
  'supervision-summary',
  'note-bundle',
  'disclosure-ledger',
  'disclosure-table',
  'member-progress',
  'group-over-time',
  'agenda',
])
export type DocumentKind = z.infer<typeof documentKindSchema>

type Extension = 'pdf' | 'csv' | 'json'

/** How the name of a file of each kind ends. */
export function extensionOf(kind: DocumentKind): Extension {
  switch (kind) {
    case 'attendance-table':
    case 'disclosure-table':
    case 'session-table':
      return 'csv'
    case 'note-bundle':
    case 'agenda':
      return 'json'
    default:
      return 'pdf'
  }
}

/** What a document says of itself, so that its paper can be traced to what it was made of. */
export interface DocumentStamp {
  readonly kind: DocumentKind
  /** Null for what is about no single session. */
  readonly sessionId: SessionId | null
  /** Whose chart it belongs to; null for what is about the whole group. */
  readonly personId: PersonId | null
  /** The group that it is about, where it is about one and no single session of it. */
  readonly groupId?: GroupId
  /** What stands on the paper in place of ids: `M4T9`, with the note's own letters behind it where it is one. */
  readonly code: string
  /** How many signed texts it is made of; for what nobody signs, how many different contents it has had so far. */
  readonly version: number
  /** SHA-256 of the canonical JSON of what it shows, as hex. */
  readonly contentHash: string
  /** Neutral, since names of files are read by backup programs and over shoulders. */
  readonly fileName: string
}

// Crockford's base 32: no letter that is read as a digit or makes a word by accident.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The lowest bits of a number, five a character. */
export function codeOf(bits: number, length: number): string {
  const shifts = Array.from({ length }, (_, index) => 5 * (length - 1 - index))
  return shifts.map((shift) => alphabet.charAt((bits >> shift) & 31)).join('')
}

const shortHashLength = 16

function shortHash({ contentHash }: DocumentStamp): string {
  return contentHash.slice(0, shortHashLength)
}

/** As it stands in a footer: `Session M4T9, note 3F, version 2, content 4e91 c07a 1b2c 3d4e`. */
export function stampWords(stamp: DocumentStamp): string {
  const content = shortHash(stamp).match(/.{4}/g)?.join(' ') ?? ''
  return `${codeWords(stamp)}, version ${stamp.version}, content ${content}`
}

function codeWords({ kind, code }: DocumentStamp): string {
  switch (kind) {
    case 'group-summary':
    case 'tick-sheet':
    case 'attendance-sheet':
    case 'attendance-table':
    case 'supervision-summary':
      return `Session ${code}`
    case 'de-identified-summary':
      return `Summary ${code}`
    case 'session-table':
      return `Table ${code}`
    case 'disclosure-ledger':
    case 'disclosure-table':
      return `Ledger ${code}`
    case 'member-progress':
      return `Progress ${code}`
    case 'group-over-time':
      return `Group ${code}`
    case 'agenda':
      return `Agenda ${code}`
    case 'progress-note':
    case 'note-bundle': {
      const [session = '', note = ''] = code.split('-')
      return `Session ${session}, note ${note}`
    }
  }
}

/** What a file carries of its stamp. */
export interface CarriedStamp {
  readonly code: string
  readonly version: number
  /** The first 16 digits of the content hash. */
  readonly contentStart: string
}

/** The title of the file: all that its metadata tells. */
export function stampTitle(stamp: DocumentStamp): string {
  return `Paper of a group session: ${stamp.code}, version ${stamp.version}, content ${shortHash(stamp)}`
}

const carried =
  /Paper of a group session: ([0-9A-Z]{4}(?:-[0-9A-Z]{2})?), version ([1-9]\d{0,5}), content ([0-9a-f]{16})/

/** Reads the title back out of the text of a file; null when it has none of ours. */
export function readStampTitle(text: string): CarriedStamp | null {
  const [, code, version, contentStart] = carried.exec(text) ?? []
  if (code === undefined || version === undefined || contentStart === undefined) return null
  return { code, version: Number(version), contentStart }
}
