import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { soughtAuthor as author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton, reach, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const group = { name: 'Wednesday Herons', isOnTuesdays: true } as const
const members = ['Anouk', 'Bertil', 'Cosima']
const topic = 'Letters to Osgood'
const pin = '2468'
const names = new RegExp([...members, topic, group.name, 'harbour'].join('|'))

async function openCircle(page: Page, hasPin: boolean): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of members) await drive.addMember(page, { name })
  if (hasPin) await setPin(page)
  await drive.prepareSession(page, { group: group.name, topic })
  await live.everyoneArrives(page)
  await live.start(page)
}

async function setPin(page: Page): Promise<void> {
  await drive.goTo(page, 'Settings')
  await typeInto(page, 'PIN', pin)
  await typeInto(page, 'Your passphrase', author.passphrase)
  await pressButton(page, 'Set the PIN')
  await expect(page.getByText('The PIN is set.')).toBeVisible()
}

const reveal = (page: Page) => page.getByRole('dialog', { name: 'Concealed' })

async function type(page: Page, secret: string): Promise<void> {
  await reveal(page)
    .getByLabel(/passphrase$/i)
    .fill(secret)
  await page.keyboard.press('Enter')
}

/** No name on the screen, in no attribute, no title, nor in what a screen reader is told. */
async function showsNoName(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('button', { name: /^Reveal/ })
      .or(reveal(page))
      .first(),
  ).toBeAttached()
  expect(await page.content()).not.toMatch(names)
  expect(await page.title()).toBe('Circlekeeper')
  expect(await fieldsOf(page)).not.toMatch(names)
}

function fieldsOf(page: Page): Promise<string> {
  return page
    .locator('input, textarea')
    .evaluateAll((all) =>
      all
        .map((field) =>
          field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
        )
        .join('\n'),
    )
}

async function showsNames(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Conceal/ })).toBeVisible()
  await expect(page.getByRole('main', { name: 'Circle' })).toContainText('Anouk')
}

function invoke(page: Page, name: string, input: object): Promise<unknown> {
  return page.evaluate(
    ([call, value]) => Reflect.apply(Reflect.get(window.api, 'invoke'), null, [call, value]),
    [name, input] as const,
  )
}

test('without a PIN, Esc conceals, the passphrase brings back, and a half-written note is still there', async ({
  page,
}) => {
  test.slow()
  await openCircle(page, false)
  await page.keyboard.press('/')
  await page.keyboard.type('Bertil at the harbour')
  await page.keyboard.press('Escape')
  await showsNoName(page)
  await expect(live.phaseClock(page)).toBeVisible()
  expect(await invoke(page, 'roster.read', {})).toEqual({ ok: false, error: { code: 'concealed' } })
  await page.keyboard.press('Escape')
  await expect(reveal(page)).toContainText('To be quicker, set a PIN of four digits in Settings.')
  await type(page, pin)
  await expect(reveal(page)).toContainText('That is not it. 4 tries left before the vault locks.')
  await showsNoName(page)
  await type(page, author.passphrase)
  await showsNames(page)
  const note = page.getByRole('textbox', { name: /note/i })
  await expect(note).toHaveValue('Bertil at the harbour')

  await test.step('pressed in a hurry, it only asks', async () => {
    await note.focus()
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
    await reveal(page).waitFor()
    await showsNoName(page)
    await page.keyboard.press('Escape')
    await reveal(page).waitFor({ state: 'detached' })
    await showsNoName(page)
  })
  await test.step('a window that begins anew asks first, too', async () => {
    await page.reload()
    await drive.title(page, 'Concealed').waitFor()
    expect(await page.content()).not.toMatch(names)
    await page.getByLabel('Passphrase').fill(author.passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Console' }).waitFor()
  })
})

test('with a PIN, the names come back with it or with the passphrase, and the core gives none before', async ({
  page,
}) => {
  test.slow()
  await openCircle(page, true)
  await live.recordNote(page, 'Bertil at the harbour')
  for (const secret of [pin, author.passphrase]) {
    await page.keyboard.press('Escape')
    await showsNoName(page)
    expect(await invoke(page, 'roster.read', {})).toEqual({ ok: false, error: { code: 'concealed' } })
    expect(await invoke(page, 'session.current', {})).toEqual({ ok: false, error: { code: 'concealed' } })
    // The session goes on.
    await live.giveFloor(page, '1')
    await live.releaseFloor(page, '1')
    await page.keyboard.press('Escape')
    await reveal(page).waitFor()
    // Esc again takes the question away, not the cover.
    await page.keyboard.press('Escape')
    await reveal(page).waitFor({ state: 'detached' })
    await showsNoName(page)
    await page.keyboard.press('Escape')
    await type(page, '0000')
    await expect(reveal(page)).toContainText('That is not it. 4 tries left before the vault locks.')
    await showsNoName(page)
    await type(page, secret)
    await showsNames(page)
  }
})

test('five wrong tries lock the vault; the session goes on, and the half-written note is kept', async ({
  page,
}) => {
  test.slow()
  await openCircle(page, true)
  await page.keyboard.press('/')
  await page.keyboard.type('Half a sentence')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  for (const left of ['4 tries', '3 tries', '2 tries', 'One try']) {
    await type(page, '1111')
    await expect(reveal(page)).toContainText(`${left} left before the vault locks.`)
  }
  await type(page, '1111')
  await drive.title(page, 'Unlock').waitFor()
  await drive.unlock(page, author.passphrase)
  await expect(live.phaseClock(page)).toBeVisible()
  await expect(page.getByText('Half a sentence')).toBeVisible()
})

test('dialogs with names go too, and a window that begins anew asks for the PIN first', async ({ page }) => {
  test.slow()
  await openCircle(page, true)
  await drive.lock(page)
  await drive.unlock(page, author.passphrase)
  await setLeaving(page)
  await page.keyboard.press('+')
  await page.getByRole('dialog').waitFor()
  await leaveWindow(page)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await showsNoName(page)
  await page.reload()
  await drive.title(page, 'Concealed').waitFor()
  expect(await page.content()).not.toMatch(names)
  await page.getByLabel('PIN or passphrase').fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
})

async function setLeaving(page: Page): Promise<void> {
  expect(await invoke(page, 'preferences.change', { concealsOnBlur: true })).toMatchObject({ ok: true })
  await page.reload()
  await pressButton(page, /Go on|Back to the circle|Resume/)
  await expect(live.phaseClock(page)).toBeVisible()
}

/** As another window in front of it does. */
async function leaveWindow(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new FocusEvent('blur')))
}

test('it conceals on losing the focus and after a while without input, if that is set', async ({ page }) => {
  test.slow()
  await openCircle(page, false)
  await leaveWindow(page)
  await showsNames(page)
  await live.endNow(page)
  await live.openDebrief(page)
  await pressButton(page, /^Back to Today|Today/)
  await drive.goTo(page, 'Settings')
  await reach(page, page.getByRole('checkbox', { name: /loses the focus/ }))
  await page.keyboard.press('Space')
  await reach(
    page,
    page.getByRole('radiogroup', { name: 'Conceal after' }).getByRole('radio', { name: 'Never' }),
  )
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => invoke(page, 'preferences.read', {}))
    .toMatchObject({ value: { concealsOnBlur: true, concealsAfterSeconds: 90, theme: 'system' } })

  await page.clock.install()
  await drive.prepareSession(page, { group: group.name, topic })
  await leaveWindow(page)
  await showsNoName(page)
  await live.reveal(page, author.passphrase)
  await showsNames(page)
  await page.clock.fastForward(80_000)
  await page.keyboard.press('Shift')
  await page.clock.fastForward(80_000)
  await showsNames(page)
  await page.clock.fastForward(10_001)
  await showsNoName(page)
})

test('opening the room display is not leaving', async ({ page }) => {
  test.slow()
  await openCircle(page, false)
  await setLeaving(page)
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  await (await opened).getByRole('heading').waitFor()
  await expect(page.getByRole('button', { name: 'Room' })).toHaveAttribute('aria-pressed', 'true')
  await showsNames(page)
})

test('the settings and the question for the PIN are without fault, by day and in the evening', async ({
  page,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.createVault(page, author)
  await drive.goTo(page, 'Settings')
  await audit('settings')
  await typeInto(page, 'PIN', '12')
  await typeInto(page, 'Your passphrase', author.passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByText('A PIN has 4 to 8 digits.')).toBeVisible()
  await audit('settings, a PIN that is none')
  await setPin(page)
  await typeInto(page, 'Your passphrase', 'not the passphrase')
  await pressButton(page, 'Remove it')
  await expect(page.getByText('That does not open the vault.')).toBeVisible()
  await audit('settings, with a PIN')
  await drive.createGroup(page, group)
  await drive.addMember(page, { name: 'Anouk' })
  await drive.prepareSession(page, { group: group.name, topic })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await reveal(page).waitFor()
  await audit('the question for the PIN')
  await type(page, '0000')
  await expect(reveal(page)).toContainText('That is not it.')
  await audit('the question for the PIN, wrong')
  expect(await violations()).toEqual([])
})
