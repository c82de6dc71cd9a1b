import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { KitFile } from '../../shared/ipc/kit-calls.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import { recoveryKitDocument } from '../documents/recovery-kit.tsx'
import { withPrinter, type Printer } from './print-draft.ts'

interface KitSettings {
  readonly core: Pick<CoreClient, 'run'>
  readonly openPrinter: () => Printer
  /** The path of a folder that somebody chooses; null when nobody chose any. */
  readonly chooseFolder: (title: string) => Promise<string | null>
}

/**
 * Prints the recovery kit into a folder that is chosen for it alone. What it says of the code comes from the core, which knows
 * it again; the window's own text goes no further. Fails like `kit.make`.
 */
export async function makeKit(
  { core, openPrinter, chooseFolder }: KitSettings,
  { recoveryCode, paper }: ParsedInputOf<'kit.make'>,
): Promise<Result<KitFile | null, Failure>> {
  const groups = await core.run('kit.groups', { recoveryCode })
  if (!groups.ok) return groups
  const folder = await chooseFolder('Choose the folder for the recovery kit')
  if (folder === null) return succeed(null)
  const document = recoveryKitDocument(groups.value)
  const printed = await withPrinter(openPrinter, (printer) => printer.print(document, paper))
  return printed.ok ? core.run('kit.write', { folder, bytes: printed.value }) : printed
}
