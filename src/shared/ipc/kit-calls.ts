import { paperSchema } from '../record/tick-sheet.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/** Where a recovery kit was written. Its folder is named as people see it, and not by its path. */
const kitFileSchema = z.strictObject({ fileName: z.string(), folderName: z.string() })
export type KitFile = z.infer<typeof kitFileSchema>

export const kitCalls = {
  /**
   * Writes the page with a recovery code as a PDF into a folder that is chosen now; null when none was. It stands on no list.
   * Says no other code than the one that was proposed last, and nothing that a window can word: fails with `not-found` for
   * any other. Fails with `folder-unfit` where nothing can be written, or in the console's own folders.
   */
  'kit.make': call(
    'nothing',
    z.strictObject({ recoveryCode: secretSchema, paper: paperSchema }),
    kitFileSchema.nullable(),
  ),
} as const
