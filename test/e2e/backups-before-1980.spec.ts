import { author } from '../support/cast.ts'
import { backUp, backUpInto, backupsIn, backupsPart, plugIn } from '../support/drive-backups.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { expect, startWallMs, test } from './fixtures.ts'

const minuteMs = 60_000

test.use({ vaultOf: author })

test('whoever asks for a backup while the clock is not set is told that, and gets it once it is', async ({
  page,
  userDataDir,
  timepiece,
}) => {
  await drive.unlock(page, author.passphrase)
  const folder = plugIn(userDataDir)
  await backUpInto(page, folder)
  const before = backupsIn(folder)
  await timepiece.moveWall(-startWallMs / minuteMs)
  await pressButton(page, 'Back up now')
  const told = backupsPart(page).getByRole('alert')
  await expect(told).toContainText('This computer’s clock has not been set: it says a day before 1980.')
  await expect(told).toContainText('Set the date and the time in the computer’s settings')
  await page.screenshot({ path: test.info().outputPath('clock-unset.png') })
  expect(backupsIn(folder)).toEqual(before)
  await timepiece.moveWall(startWallMs / minuteMs)
  await backUp(page)
  await expect(told).toHaveCount(0)
})
