import type { Page } from 'playwright-core'
import { createAuditor } from '../support/audit.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import { choose, chooseInMenu, pressButton, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const care = (page: Page) => page.getByRole('region', { name: 'Care', exact: true })
const waiting = (page: Page) => page.getByRole('region', { name: 'Waiting list' })
const dialog = (page: Page) => page.getByRole('dialog')

async function openGroup(page: Page, name: string): Promise<void> {
  await drive.goTo(page, 'Groups & members')
  await pressButton(page, new RegExp(`^${name}`), page.getByRole('navigation', { name: 'Groups' }))
  await drive.title(page, name).waitFor()
}

async function openMember(page: Page, group: string, name: string): Promise<void> {
  await openGroup(page, group)
  await pressButton(page, name, drive.membersTable(page))
  await care(page).waitFor()
}

async function ask(page: Page, entry: RegExp): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: 'Change the care' }), entry)
  await dialog(page).waitFor()
}

async function submit(page: Page, button: string): Promise<void> {
  await pressButton(page, button, dialog(page))
  await dialog(page).waitFor({ state: 'detached' })
}

test('a member’s care changes with a reason, stands in their history, and is taken back without being lost', async ({
  page,
}) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: 'Thursday Process' })
  await drive.createGroup(page, { name: 'Tuesday Herons' })
  for (const name of ['Anouk', 'Bertil']) await drive.addMember(page, { name })
  await openMember(page, 'Tuesday Herons', 'Anouk')

  await test.step('a transfer needs its reason, and says when that names somebody else', async () => {
    await ask(page, /^Transfer/)
    await pressButton(page, 'Transfer', dialog(page))
    await expect(dialog(page)).toContainText('Please fill this in.')
    await typeInto(page, 'Reason', 'Does not get on with Bertil', dialog(page))
    await expect(dialog(page)).toContainText('This may name another member')
    await audit('a transfer whose reason names somebody')
    await typeInto(page, 'Reason', 'A smaller group suits her', dialog(page))
    await submit(page, 'Transfer')
    await expect(care(page)).toContainText('In Thursday Process')
    await expect(care(page)).toContainText('Transferred from Tuesday Herons to Thursday Process')
    await audit('a transfer entered')
    await pressButton(page, 'Take it back', care(page))
    await expect(care(page)).toContainText('In Tuesday Herons')
    await expect(care(page)).toContainText('to Thursday Process taken back')
  })

  await test.step('individual work, an exemption with its review, and adolescent hours', async () => {
    await ask(page, /^Record individual work/)
    await typeInto(page, 'Minutes', '45', dialog(page))
    await typeInto(page, 'Reason', 'Early stabilisation', dialog(page))
    await submit(page, 'Record it')
    await expect(care(page)).toContainText('Individual work in place of group, 0:45 h')
    await ask(page, /^Exempt from hours/)
    await typeInto(page, 'Reason', 'Back at work in the mornings', dialog(page))
    await pressButton(page, 'Exempt', dialog(page))
    await expect(dialog(page)).toContainText('This is not in a form that can be kept.')
    await dialog(page).getByLabel('To be reviewed on').fill('2026-12-15')
    await audit('an exemption')
    await submit(page, 'Exempt')
    await expect(care(page)).toContainText('to be reviewed on December 15')
    await ask(page, /^End the exemption/)
    await submit(page, 'End it')
    await expect(care(page)).toContainText('Exemption ended')
    await ask(page, /^Count as/)
    await submit(page, 'Count so')
    await expect(care(page)).toContainText('Hours counted as adolescent')
  })

  await test.step('who is removed leaves every group, and comes back only by being admitted again', async () => {
    await ask(page, /^Remove/)
    await typeInto(page, 'Reason', 'Told a colleague who comes here', dialog(page))
    await audit('a removal')
    await submit(page, 'Remove')
    await expect(care(page)).toContainText('Removed for a breach of confidentiality on November 17')
    await audit('a removed member')
    await drive.goTo(page, 'Groups & members')
    await expect(page.getByRole('navigation', { name: 'Groups' })).toContainText(/Tuesday Herons\s*1/)
    await pressButton(page, /^In no group/, page.getByRole('navigation', { name: 'Groups' }))
    const former = page.getByRole('region', { name: /^No longer in care/ })
    await typeInto(page, 'Open somebody’s page', 'ano', former)
    await audit('who is no longer in care')
    await page.keyboard.press('Enter')
    await care(page).waitFor()
    await ask(page, /^Admit again/)
    await typeInto(page, 'Reason', 'Spoken through; agreed anew', dialog(page))
    await submit(page, 'Admit again')
    await ask(page, /^Put into a group/)
    await choose(page, 'Group', 'Tuesday Herons', dialog(page))
    await submit(page, 'Put into this group')
    await expect(care(page)).toContainText('In Tuesday Herons')
  })
  expect(await violations()).toEqual([])
})

test('a closed group takes nobody by itself, a full one keeps a waiting list, and a free place is offered', async ({
  page,
}) => {
  test.slow()
  const { audit } = await createAuditor(page)
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: 'Thursday Process' })
  for (const name of ['Anouk', 'Bertil']) await drive.addMember(page, { name })
  await drive.createGroup(page, { name: 'Tuesday Herons', capacity: 1 })
  await drive.addMember(page, { name: 'Cosima' })

  await test.step('who waits is listed in the order of joining', async () => {
    await typeInto(page, 'Put on the waiting list', 'Bertil')
    await page.keyboard.press('Enter')
    await expect(waiting(page).getByRole('listitem')).toHaveCount(1)
    await typeInto(page, 'Put on the waiting list', 'an')
    await pressButton(page, 'Anouk', waiting(page))
    await expect(waiting(page).getByRole('listitem')).toContainText(['Bertil', 'Anouk'])
    await expect(waiting(page)).not.toContainText('A place is free')
    await audit('a full group with a waiting list')
  })

  await test.step('a place that becomes free is offered to the next', async () => {
    const more = page.getByRole('button', { name: 'More for Cosima' })
    await chooseInMenu(page, more, 'Take out of this group')
    await expect(waiting(page)).toContainText('A place is free. Next is Bertil')
    await audit('a free place')
    await pressButton(page, 'Give them the place', waiting(page))
    await expect(drive.membersTable(page)).toContainText('Bertil')
    await expect(waiting(page).getByRole('listitem')).toHaveCount(1)
    await pressButton(page, 'Take Anouk off the waiting list', waiting(page))
    await expect(waiting(page)).toContainText('nobody')
  })

  await test.step('a closed group asks for a decision', async () => {
    await openGroup(page, 'Thursday Process')
    await pressButton(page, 'Edit group')
    await choose(page, 'Membership', 'Closed', dialog(page))
    await audit('a closed group')
    await submit(page, 'Save')
    await drive.typeMember(page, { name: 'Dunja' })
    await page.keyboard.press('Enter')
    await expect(page.getByText('This group is closed')).toBeVisible()
    await audit('a closed group that was asked to take somebody')
    await pressButton(page, 'Take them in all the same')
    await expect(drive.membersTable(page)).toContainText('Dunja')
  })

  await test.step('no group has more places than the clinic’s limit', async () => {
    await pressButton(page, 'Edit group')
    await typeInto(page, 'Places', '13', dialog(page))
    await pressButton(page, 'Save', dialog(page))
    await expect(dialog(page)).toContainText('1 to 12.')
  })
})
