import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { choose, field, pressButton, reach, typeAt, typeInto } from '../support/keyboard.ts'
import { settle } from '../support/settle.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Dana Reyes', credentials: 'LCSW', passphrase: 'otter lantern quarry violet' }
const group = { name: 'Tuesday Herons', isOnTuesdays: true } as const
const names = ['Anouk', 'Bertil', 'Cosima']
const ownSteps = 'Stay with the person.\nCall Osgood on the ward.'
const done = 'Spoke with her after the group; the plan for tonight is agreed.'

async function openCircle(page: Page): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of names) await drive.addMember(page, { name })
  await drive.addFacilitator(page, { name: 'Maya Ortiz', credentials: 'LPC' })
  await drive.goTo(page, 'Settings')
  await reach(page, page.getByRole('checkbox', { name: /loses the focus/ }))
  await page.keyboard.press('Space')
  await drive.prepareSession(page, { group: group.name })
  await live.everyoneArrives(page)
  await live.start(page)
}

function flags(page: Page) {
  return page.getByRole('region', { name: 'Open follow-ups' })
}

function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name })
}

async function openFollowUp(page: Page, button: RegExp | string = /follow-up open/): Promise<void> {
  await pressButton(page, button)
  await field(dialog(page, 'Risk follow-up'), 'What was done').and(page.locator(':focus')).waitFor()
}

async function close(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog(page, name).waitFor({ state: 'detached' })
}

test('a risk is followed up: from its mark over the safety steps to a signature that nothing takes back', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await openCircle(page)
  await timepiece.pass(5)
  await live.markInTwo(page, '3', 'R')
  await expect(flags(page).getByRole('button', { name: /^Cosima/ })).toHaveText(
    'Cosima · follow-up open · owner you',
  )
  await audit('live, a follow-up open')

  await test.step('the safety steps are one key away, and hold before anybody has written them', async () => {
    await expect(flags(page).getByRole('button', { name: 'Safety steps' })).toBeVisible()
    await page.keyboard.press('.')
    await expect(dialog(page, 'Safety steps').getByRole('listitem').nth(2)).toContainText('call or text 988')
    await audit('safety steps, an example')
    await pressButton(page, 'Take over this example', dialog(page, 'Safety steps'))
    await expect(dialog(page, 'Safety steps').getByText('Here go your clinic’s own steps')).toHaveCount(0)
    await audit('safety steps')
    await close(page, 'Safety steps')
  })

  await test.step('it has an owner, and is not signed without words', async () => {
    await openFollowUp(page)
    const followUp = dialog(page, 'Risk follow-up')
    await expect(followUp).toContainText(/Cosima\s*since 6:10\sPM, Opening & agreements · open 0 min/)
    await choose(page, 'Owner', 'Maya Ortiz', followUp)
    await expect(followUp.getByRole('button', { name: /Maya Ortiz/ })).toBeVisible()
    const sign = followUp.getByRole('button', { name: 'Sign and close' })
    await expect(sign).toBeDisabled()
    await expect(sign).toHaveAccessibleDescription('Write what was done; then it can be signed.')
    await audit('follow-up, nothing written')
    await typeAt(page, field(followUp, 'What was done'), done)
    await expect(sign).toBeEnabled()
    await expect(followUp).toContainText(
      /Signed by Dana Reyes, LCSW, on Nov 17, 2026 at 6:10\sPM\. It cannot be changed afterwards\./,
    )
    await audit('follow-up, ready to be signed')
    await close(page, 'Risk follow-up')
    await expect(flags(page).getByRole('button', { name: /^Cosima/ })).toHaveText(
      'Cosima · follow-up open · owner Maya Ortiz · words begun',
    )
  })

  await test.step('concealed, nothing of it is shown, and the steps are still there; the words wait', async () => {
    await openFollowUp(page)
    await conceal(page)
    await dialog(page, 'Risk follow-up').waitFor({ state: 'detached' })
    await expect(flags(page)).toHaveCount(0)
    await expect(page.locator('body')).not.toContainText(/Cosima|follow-up/i)
    await page.keyboard.press('.')
    await expect(dialog(page, 'Safety steps')).toContainText('call 911')
    await close(page, 'Safety steps')
    await live.reveal(page, author.passphrase)
    await openFollowUp(page)
    await expect(field(page, 'What was done')).toHaveValue(done)
    await close(page, 'Risk follow-up')
  })

  await test.step('a day later it is on Today, with its words; signed, it is gone from there', async () => {
    await live.endNow(page)
    await live.openDebrief(page)
    const section = page.getByRole('region', { name: 'Follow-ups' })
    await expect(section).toContainText(/Cosima\s*open 0 min · owner Maya Ortiz/)
    await audit('debrief, a follow-up open')
    await pressButton(page, 'Today')
    await timepiece.pass(26 * 60)
    const open = page.getByRole('region', { name: 'Open risk follow-ups' })
    await expect(open).toContainText('owner Maya Ortizopen 26 h, over 24 h')
    await audit('today, a follow-up open')
    await openFollowUp(page, /^Follow-up of Cosima/)
    await expect(dialog(page, 'Risk follow-up')).toContainText(
      /since Tue, Nov 17, 6:10\sPM, Opening & agreements/,
    )
    await expect(field(page, 'What was done')).toHaveValue(done)
    const heard = await listen(page)
    await pressButton(page, 'Sign and close', dialog(page, 'Risk follow-up'))
    await expect(open).toHaveCount(0)
    await expect.poll(heard).toContain('Signed and closed')
  })

  await test.step('the debrief has it signed, and undo stops before it and says so', async () => {
    await pressButton(page, new RegExp(`${group.name}.*due`))
    const section = page.getByRole('region', { name: 'Follow-ups' })
    await expect(section).toContainText(done)
    await expect(section).toContainText(/Signed by Dana Reyes, LCSW, on Nov 18, 2026 at 8:10\sPM\./)
    await audit('debrief, a follow-up signed')
    await page.keyboard.press('Escape')
    await expect(section).toHaveCount(0)
    await page.keyboard.press('.')
    await expect(dialog(page, 'Safety steps')).toContainText('call 911')
  })
  expect(await violations()).toEqual([])
})

/** Writes down what live regions come to say from now on, unless a dialog silences them as they say it. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const said: string[] = []
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('output')
        if (region == null || region.closest('[aria-hidden="true"], [inert]') !== null) continue
        said.push(region.textContent)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  })
  return () => heard.jsonValue()
}

/** As another window in front of it does: a dialog that is open has Escape for itself. */
async function conceal(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new FocusEvent('blur')))
  await page.getByRole('button', { name: /^Reveal/ }).waitFor()
}

test('undo does not reach a signature on Live; the lock keeps what was begun; words follow a mark', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await openCircle(page)
  await timepiece.pass(5)
  await live.markInTwo(page, '1', 'K')
  await expect(page.getByRole('button', { name: /undo “Anouk: skill”/i })).toBeVisible()
  await timepiece.pass(1)
  await page.keyboard.press('Alt+KeyM')
  const note = field(page, 'Record note')
  await expect(note).toHaveValue(/^Anouk, skill at 6:10\sPM: $/)
  await expect(note).toBeFocused()
  await page.keyboard.insertText('urge surfing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('listitem')).toContainText(
    /Anouk, skill at 6:10\sPM: urge surfing/,
  )
  await expect(page.getByRole('button', { name: /^Write about/ })).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')

  await live.markInTwo(page, '2', 'R')
  await openFollowUp(page)
  await page.keyboard.insertText(done)
  const heard = await listen(page)
  await pressButton(page, 'Sign and close', dialog(page, 'Risk follow-up'))
  await expect(flags(page)).toHaveCount(0)
  await expect.poll(heard).toContain('Signed and closed')
  await live.undo(page)
  await expect(
    page.getByText('What was signed stands, and nothing from before it is taken back.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /undo “/ })).toHaveCount(0)

  await live.markInTwo(page, '3', 'R')
  await openFollowUp(page)
  await page.keyboard.insertText('Half a sentence')
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  await expect(flags(page).getByRole('button', { name: /^Cosima/ })).toContainText('words begun')
  await expect(page.getByText(/Half a sentence/)).toHaveCount(0)

  await live.endNow(page)
  await live.openDebrief(page)
  await openFollowUp(page, 'Write and sign')
  await expect(field(page, 'What was done')).toHaveValue('Half a sentence')
  await typeAt(page, field(page, 'What was done'), 'Whole sentences.')
  const heardNext = await listen(page)
  await pressButton(page, 'Sign and close', dialog(page, 'Risk follow-up'))
  await expect.poll(heardNext).toContain('Signed and closed')
  const section = page.getByRole('region', { name: 'Follow-ups' })
  await expect(section.getByText('signed', { exact: true })).toHaveCount(2)
  await expect(section).toContainText('Whole sentences.')
})

test('a clinic writes its own steps, and they are there behind a PIN', async ({ page }) => {
  test.slow()
  const { audit } = await createAuditor(page)
  await drive.createVault(page, author)
  await drive.goTo(page, 'Settings')
  await pressButton(page, 'Take over an example')
  const steps = page.getByRole('textbox', { name: /^Steps/ })
  await expect(steps).toHaveValue(/988/)
  await audit('settings, safety steps')
  await typeAt(page, steps, ownSteps)
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  await drive.createGroup(page, group)
  await drive.addMember(page, { name: 'Anouk' })
  await drive.goTo(page, 'Settings')
  await expect(steps).toHaveValue(ownSteps)
  await typeInto(page, 'PIN', '2468')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await pressButton(page, 'Set the PIN')
  await page.getByText('The PIN is set.').waitFor()
  await drive.prepareSession(page, { group: group.name })
  await live.conceal(page)
  await page.keyboard.press('.')
  await expect(dialog(page, 'Safety steps').getByRole('listitem')).toHaveText(ownSteps.split('\n'))
  const refused = await page.evaluate(() =>
    Reflect.apply(Reflect.get(window.api, 'invoke'), null, ['safety.save', { text: '' }]),
  )
  expect(refused).toEqual({ ok: false, error: { code: 'concealed' } })
  await settle(page)
})
