import { holdSessionOfTen, signTenNotes } from '../../test/support/drive-notes.ts'
import { launchConsole, type LaunchedConsole } from '../../test/support/launch.ts'
import { createTimepiece } from '../../test/support/timepiece.ts'

/** How many keys ten notes take beyond the clinician's own sentences: the very run of the test that holds the goal. */
export async function countKeys(userDataDir: string): Promise<number> {
  let launched: LaunchedConsole | null = null
  const timepiece = createTimepiece(Date.now(), async (reading) => launched?.setClock(reading))
  launched = await launchConsole({ userDataDir, clock: timepiece.startsAt })
  try {
    launched.page.setDefaultTimeout(60_000)
    await holdSessionOfTen(launched.page, timepiece)
    return await signTenNotes(launched.page)
  } finally {
    await launched.close()
  }
}
