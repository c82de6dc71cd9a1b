import type { Page } from 'playwright-core'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { choose, field, pressButton, reach } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const names = ['Anouk', 'Bertil']

const note = (page: Page, name: string) => page.getByRole('group', { name: `Note of ${name}` })
const signed = (page: Page, name: string) => page.getByRole('group', { name: `Signed note of ${name}` })
const focused = (page: Page, label: RegExp) =>
  page.getByRole('textbox', { name: label }).and(page.locator(':focus'))

async function openDebrief(page: Page, pass: (minutes: number) => Promise<void>): Promise<void> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of names.entries()) await drive.addMember(page, { name, chartId: `C-${index}` })
  await drive.goTo(page, 'Settings')
  await reach(page, page.getByRole('checkbox', { name: 'A goal that the session addressed' }))
  await page.keyboard.press('Space')
  await drive.prepareSession(page, { group, topic: 'High-risk evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await pass(90)
  await live.endNow(page)
  await live.openDebrief(page)
}

/** Writes down what live regions come to say from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const said: string[] = []
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('output')
        if (region != null && region.closest('[aria-hidden="true"], [inert]') === null)
          said.push(region.textContent)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  })
  return () => heard.jsonValue()
}

test('from the shared part to the last signature and back, by keys alone and heard', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await openDebrief(page, timepiece.pass)
  const heard = await listen(page)

  await test.step('a key leads to the shared part, and back to the open note', async () => {
    await page.keyboard.press('Control+1')
    await focused(page, /^Assessment/).waitFor()
    await page.keyboard.press('Control+g')
    await focused(page, /^Topic/).waitFor()
    await page.keyboard.press('Tab')
    await focused(page, /^Your interventions/).waitFor()
    await page.keyboard.insertText('Taught the course of an urge.')
    await page.keyboard.press('Control+g')
    await focused(page, /^Assessment/).waitFor()
  })

  await test.step('Tab leads from one part of a note to the next, then to its signature', async () => {
    await page.keyboard.insertText('Asked two questions.')
    await page.keyboard.press('Tab')
    await focused(page, /^Plan/).waitFor()
    await page.keyboard.insertText('Calls at eight.')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: /^Sign Anouk’s note/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(heard).toContain('Note signed, 1 of 2')
    await focused(page, /^Assessment/).waitFor()
    await expect(note(page, 'Bertil')).toBeVisible()
  })

  await test.step('a row says whose it is and how far it has come', async () => {
    const rows = page.getByRole('region', { name: 'Members' }).getByRole('button', { expanded: false })
    await expect(rows.first()).toHaveAccessibleName(/^1 Anouk 90 min .*signed 7:35\sPM$/)
    await expect(page.getByRole('button', { name: 'Anouk: signed', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Bertil: to write', exact: true })).toBeVisible()
  })

  await test.step('the last one stays open as it was signed, and there is a way back', async () => {
    await page.keyboard.insertText('Listened, then thanked the group.')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('Brings one question.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(heard).toContain('Note signed, 2 of 2')
    await expect(signed(page, 'Bertil')).toBeFocused()
    await page.keyboard.press('Control+ArrowUp')
    await expect(signed(page, 'Anouk')).toBeFocused()
  })

  await test.step('what is added is heard too', async () => {
    await pressButton(page, 'Add to this note', signed(page, 'Anouk'))
    await field(page, 'Addendum').and(page.locator(':focus')).waitFor()
    await page.keyboard.insertText('Called on Wednesday.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(heard).toContain('Addendum given, signature 3 of this session')
  })
})

test('who did not lead sees why there is nothing to sign for them', async ({ page, timepiece }) => {
  test.slow()
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  await drive.addMember(page, { name: 'Anouk', chartId: 'C-1' })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
  await pressButton(page, 'Start a session with this group')
  const form = page.getByRole('dialog')
  await choose(page, 'Lead', 'Maya Reed', form)
  await pressButton(page, /^Open the circle/, form)
  await page
    .getByRole('main', { name: 'Circle' })
    .getByRole('button', { name: /^Start the session/ })
    .waitFor()
  await live.everyoneArrives(page)
  await live.start(page)
  await timepiece.pass(90)
  await live.endNow(page)
  await live.openDebrief(page)
  await page.keyboard.press('Control+1')
  await expect(note(page, 'Anouk')).toContainText('Who led the session signs its notes')
  await expect(page.getByRole('button', { name: /^Sign / })).toHaveCount(0)
})
