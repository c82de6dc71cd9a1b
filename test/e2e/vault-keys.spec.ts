/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import type { Locator, Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { field, pressButton, typeAt, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const newPassphrase = 'gravel window thirteen otters'

const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })
const ring = (page: Page): Locator => page.getByRole('main').getByRole('status')

/** A session that runs, and of which nothing is on the screen. */
async function runSession(page: Page): Promise<void> {
  await drive.createGroup(page, { name: 'Evening Circle', part2: 'part2' })
  await drive.addMember(page, { name: 'Bertil' })
  const { groups, facilitators } = await getFromPage(page, 'roster.read', {})
  const { sessionId } = await getFromPage(page, 'session.prepare', {
    groupId: groups[0]?.id ?? '',
    topic: 'High-risk evenings',
    leadId: facilitators[0]?.id ?? '',
    coLeadIds: [],
    plannedStartMs: null,
  })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  await getFromPage(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
}

async function goToKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('recovery code')
  await page.keyboard.press('Enter')
  await title(page, 'Passphrase and recovery code').waitFor()
}

async function typeNew(page: Page, present: string, next: string, again = next): Promise<void> {
  await typeInto(page, 'Present passphrase', present)
  await typeInto(page, 'New passphrase', next)
  await typeInto(page, 'New passphrase again', again)
  await page.keyboard.press('Enter')
}

async function testCode(page: Page, code: string): Promise<void> {
  await typeInto(page, 'Recovery code', code)
  await page.keyboard.press('Enter')
}

/** Answers the two groups that are asked for, and the passphrase. */
async function confirmCode(page: Page, groups: readonly string[], passphrase: string): Promise<void> {
  await title(page, 'Once more, from paper').waitFor()
  for (const asked of await page.getByRole('textbox', { name: /^Group \d+$/ }).all()) {
    const label = await asked.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await typeAt(page, asked, groups[Number(label.replace('Group ', '')) - 1] ?? '')
  }
  await typeInto(page, 'Passphrase', passphrase)
  await page.keyboard.press('Enter')
}

async function readGroups(page: Page): Promise<readonly string[]> {
  await title(page, 'Your new recovery code').waitFor()
  const lines = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  return (await lines.allInnerTexts()).map((line) => line.trim().split(/\s+/).at(-1) ?? '')
}

test('the passphrase is changed while a session runs; the old one opens nothing, the new one all', async ({
  page,
}) => {
  test.slow()
  const recoveryCode = await drive.createVault(page, author)
  await runSession(page)
  await goToKeys(page)
  await expect(ring(page)).toContainText('both are yours')
  await pressButton(page, 'Change the passphrase')
  await expect(field(page, 'Present passphrase')).toBeFocused()

  await test.step('what is typed is hidden, and judged as at the beginning', async () => {
    for (const label of ['Present passphrase', 'New passphrase', 'New passphrase again'])
      await expect(field(page, label)).toHaveAttribute('type', 'password')
    await typeInto(page, 'New passphrase', newPassphrase)
    await expect(ring(page)).toContainText(/Good|Strong/)
  })

  await test.step('what cannot be is told in its field, and nothing is changed', async () => {
    await typeNew(page, author.passphrase, newPassphrase, 'gravel window thirteen otter')
    await expect(page.getByText('The two are not the same.')).toBeVisible()
    await expect(field(page, 'New passphrase again')).toBeFocused()
    await typeNew(page, author.passphrase, 'short')
    await expect(field(page, 'New passphrase')).toBeFocused()
    await typeNew(page, 'not it at all', newPassphrase)
    await expect(page.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
    await expect(field(page, 'Present passphrase')).toBeFocused()
    await typeNew(page, author.passphrase, author.passphrase)
    await expect(page.getByText('This opens the vault already. Choose another.')).toBeVisible()
  })

  await test.step('the right ones change it', async () => {
    await typeNew(page, author.passphrase, newPassphrase)
    await title(page, 'Your passphrase is changed').waitFor()
    await expect(ring(page)).toContainText('Changed')
    await pressButton(page, 'Done')
    await expect(page.getByRole('button', { name: 'Change the passphrase' })).toBeFocused()
  })

  await test.step('and the next unlocking asks for it', async () => {
    await drive.lock(page)
    await drive.typePassphrase(page, author.passphrase)
    await expect(page.getByText('That does not open the vault.')).toBeVisible()
    await typeInto(page, 'Passphrase', newPassphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Console' }).waitFor()
    const [session] = await getFromPage(page, 'session.current', {})
    expect(session).toMatchObject({ topic: 'High-risk evenings', stage: 'running' })
  })

  await test.step('whoever has lost it makes another with the recovery code', async () => {
    await goToKeys(page)
    await pressButton(page, 'Change the passphrase')
    await pressButton(page, 'It is lost: use the recovery code')
    await expect(field(page, 'Recovery code')).toBeFocused()
    await typeInto(page, 'Recovery code', recoveryCode)
    await typeInto(page, 'New passphrase', author.passphrase)
    await typeInto(page, 'New passphrase again', author.passphrase)
    await page.keyboard.press('Enter')
    await title(page, 'Your passphrase is changed').waitFor()
    await drive.lock(page)
    await drive.unlock(page, author.passphrase)
  })
})

test('the recovery code is tested, and replaced by one that was confirmed', async ({ page }) => {
  test.slow()
  const oldCode = await drive.createVault(page, author)
  await goToKeys(page)

  await test.step('a slip is told from a code, and the right one opens', async () => {
    await pressButton(page, 'Test the code')
    await expect(field(page, 'Recovery code')).toHaveAttribute('type', 'password')
    await testCode(page, oldCode.slice(0, -1))
    await expect(page.getByText(/^There is a slip in it/)).toBeVisible()
    await testCode(page, oldCode.toLowerCase().replaceAll('-', ' '))
    await title(page, 'Your paper is good').waitFor()
    await pressButton(page, 'Done')
  })

  await test.step('a new one is shown to whoever knows the passphrase', async () => {
    await pressButton(page, 'Make a new code')
    await typeInto(page, 'Your passphrase', 'not it at all')
    await page.keyboard.press('Enter')
    await expect(page.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
    await typeInto(page, 'Your passphrase', author.passphrase)
    await page.keyboard.press('Enter')
  })

  const groups = await readGroups(page)
  await test.step('and counts once it is confirmed', async () => {
    expect(groups).toHaveLength(7)
    await pressButton(page, /^It is on paper/)
    await confirmCode(page, groups.toReversed(), author.passphrase)
    await expect(page.getByText('This is not what the code says.').first()).toBeVisible()
    await confirmCode(page, groups, 'not it at all')
    await expect(page.getByText('That is not your passphrase. The old code still counts.')).toBeVisible()
    await confirmCode(page, groups, author.passphrase)
    await title(page, 'Your new code counts').waitFor()
    await pressButton(page, 'Done')
  })

  await test.step('the old one opens nothing any more', async () => {
    await pressButton(page, 'Test the code')
    await testCode(page, oldCode)
    await expect(page.getByText(/not the one of this vault/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Make a new code' })).toBeVisible()
    await drive.lock(page)
    await pressButton(page, 'Use the recovery code')
    await typeInto(page, 'Recovery code', groups.join(' '))
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Console' }).waitFor()
  })
})

test('its screens are without fault, by day and in the evening', async ({ page }) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  const code = await drive.createVault(page, author)
  await drive.goTo(page, 'Vault & privacy')
  await pressButton(page, 'Change or test them')
  await title(page, 'Passphrase and recovery code').waitFor()
  await audit('the ways in')
  await pressButton(page, 'Change the passphrase')
  await typeNew(page, 'not it at all', newPassphrase)
  await expect(page.getByText('That is not your passphrase. Nothing was changed.')).toBeVisible()
  await audit('another passphrase, refused')
  await pressButton(page, 'Not now')
  await pressButton(page, 'Test the code')
  await testCode(page, code.slice(0, -1))
  await expect(page.getByText(/^There is a slip in it/)).toBeVisible()
  await audit('a slip in the code')
  await testCode(page, code)
  await title(page, 'Your paper is good').waitFor()
  await audit('the code is good')
  await pressButton(page, 'Done')
  await pressButton(page, 'Make a new code')
  await audit('a new code is asked for')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await readGroups(page)
  await audit('a new code')
  await pressButton(page, /^It is on paper/)
  await title(page, 'Once more, from paper').waitFor()
  await audit('a new code, to be confirmed')
  expect(await violations()).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`every word of the strength ring stands within the ring (${colorScheme})`, async ({ page }) => {
    await drive.createVault(page, author)
    await page.emulateMedia({ colorScheme })
    await goToKeys(page)
    await pressButton(page, 'Change the passphrase')
    for (const { width, height } of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize({ width, height })
      for (const [typed, word] of [
        ['short', 'Too short'],
        ['aaaaaaaaaaaaa', 'Guessable'],
        [newPassphrase, 'Good'],
        [`${newPassphrase} velvet harbour`, 'Strong'],
      ] as const) {
        await typeInto(page, 'New passphrase', typed)
        const large = ring(page).getByText(word, { exact: true })
        await expect(large).toBeVisible()
        const dial = page.getByRole('main').locator('svg[viewBox="-204 -204 408 408"]')
        const [inner, outer] = [await large.boundingBox(), await dial.boundingBox()]
        if (inner === null || outer === null) throw new Error('nothing is drawn')
        const free = outer.width * 0.04
        expect(inner.x).toBeGreaterThan(outer.x + free)
        expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width - free)
        await page.screenshot({ path: test.info().outputPath(`${word}-${width}.png`) })
      }
    }
  })
