import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

test('five wrong passphrases in a row have the next one wait, and say for how long', async ({
  page,
  timepiece,
}) => {
  const { audit, violations } = await createAuditor(page)
  const field = page.getByRole('textbox', { name: 'Passphrase' })
  const hold = page.getByText(/the next one has to wait/)
  for (let miss = 1; miss <= 5; miss += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other is the point
    await typeInto(page, 'Passphrase', `not this one ${miss}`)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Enter')
    // oxlint-disable-next-line no-await-in-loop
    await page.getByText('That does not open the vault.').waitFor()
    // oxlint-disable-next-line no-await-in-loop
    await expect(field).toBeFocused()
  }
  await typeInto(page, 'Passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await hold.waitFor()
  await expect(page.getByText(/what you typed was not tried. Type it again in 5 seconds/)).toBeVisible()
  await expect(field).toBeFocused()
  await audit('unlock, a try that has to wait')
  await timepiece.pass(1)
  await drive.unlock(page, author.passphrase)
  await expect(hold).toHaveCount(0)
  expect(await violations()).toEqual([])
})
