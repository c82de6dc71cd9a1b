import { paperSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'

/**
 * What opens a PDF. PDF 2.0 prepares passwords by SASLprep, which not every reader does; printable ASCII is what it leaves
 * as it is, so every reader opens the file. No blanks at the ends, which nobody sees. The format ends at 127 bytes.
 */
export const filePasswordSchema = z
  .string()
  .min(8, 'too-short')
  .max(127, 'too-long')
  .regex(/^[!-~](?:[ -~]*[!-~])?$/, 'characters')

/** What every PDF can be made with. The password is kept nowhere. */
export const printing = {
  paper: paperSchema,
  password: filePasswordSchema.nullable().default(null),
} as const
