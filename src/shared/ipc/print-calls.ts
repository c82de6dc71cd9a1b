import { groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { spanSchema } from '../member-review/member-window.ts'
import { consentSchema } from '../record/note-document.ts'
import { sheetNamingSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema } from './export-calls.ts'
import { weeksShownSchema } from './group-review-calls.ts'
import { printing } from './printing.ts'

const session = z.strictObject({ sessionId: sessionIdSchema })

/** The calls that each print one document, as a PDF into the folder for exports. */
export const printCalls = {
  'export.group-summary': call('vault', session.extend(printing), exportedFileSchema),
  /** The same without a date, small counts and whatever could name somebody, under a code that links to nothing. */
  'export.de-identified-summary': call('vault', session.extend(printing), exportedFileSchema),
  /** The sheet that a session is ticked on when it is run on paper. */
  'export.tick-sheet': call(
    'vault',
    session.extend({ naming: sheetNamingSchema, ...printing }),
    exportedFileSchema,
  ),
  /**
   * Who was there: until the session has ended a list to sign in on, and then everyone's attendance with minutes. A roster,
   * which belongs in nobody's chart.
   */
  'export.attendance-sheet': call(
    'vault',
    session.extend({ naming: sheetNamingSchema, ...printing }),
    exportedFileSchema,
  ),
  /** An ended session for those who supervise its facilitators. No member is named. */
  'export.supervision-summary': call('vault', session.extend(printing), exportedFileSchema),
  /** A member's signed note, with all that amends it. Fails with `not-found` while it is not signed. */
  'export.note': call(
    'vault',
    session.extend({ personId: personIdSchema, consent: consentSchema, ...printing }),
    exportedFileSchema,
  ),
  /** The ledger of disclosures of one member, or of all where it is null. */
  'export.disclosures': call(
    'vault',
    z.strictObject({ personId: personIdSchema.nullable(), ...printing }),
    exportedFileSchema,
  ),
  /** One member over the weeks that their page shows. */
  'export.member-progress': call(
    'vault',
    z.strictObject({ personId: personIdSchema, span: spanSchema, consent: consentSchema, ...printing }),
    exportedFileSchema,
  ),
  /** A group over its last weeks, the current one included; null for all of them. No member is named. */
  'export.group-over-time': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, weeks: weeksShownSchema, ...printing }),
    exportedFileSchema,
  ),
} as const
export type PrintCallName = keyof typeof printCalls
