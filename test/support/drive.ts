import type { Locator, Page } from 'playwright-core'
import { choose, chooseInMenu, field, pressButton, reach, typeAt, typeInto } from './keyboard.ts'

/** Works the console's window as a person does, with the keyboard alone, and waits for what the screen then shows. */

export interface Author {
  readonly name: string
  readonly credentials?: string
  readonly clinic?: string
  readonly passphrase: string
}

export interface Group {
  readonly name: string
  /** As the list of types names it; the form begins with relapse prevention. */
  readonly type?: string
  readonly lengthMinutes?: number
  readonly capacity?: number
  /** Meets on Tuesdays at 18:00; otherwise it has no fixed time. */
  readonly isOnTuesdays?: boolean
  readonly part2?: 'part2' | 'none' | 'unsure'
}

export interface Member {
  readonly name: string
  readonly initials?: string
  readonly chartId?: string
  readonly role?: 'Member' | 'Family' | 'Partner'
  /** Agreed to confidentiality today; true unless it says otherwise. */
  readonly hasAgreed?: boolean
}

export interface Facilitator {
  readonly name: string
  readonly credentials?: string
}

export type PlaceName = 'Today' | 'Sessions' | 'Groups & members' | 'Agendas' | 'Vault & privacy' | 'Settings'

/** Goes through the whole first run; answers the recovery code as it was shown. */
export async function createVault(page: Page, author: Author): Promise<string> {
  await tellAboutYou(page, author)
  await choosePassphrase(page, author.passphrase)
  const groups = await readRecoveryCode(page)
  await confirmKit(page, groups, author.passphrase)
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  return groups.join('-')
}

export async function tellAboutYou(
  page: Page,
  { name, credentials = '', clinic = '' }: Author,
): Promise<void> {
  await title(page, 'About you').waitFor()
  await typeInto(page, 'Name', name)
  await typeInto(page, 'Credentials', credentials)
  await typeInto(page, 'Clinic or program', clinic)
  await page.keyboard.press('Enter')
}

export async function choosePassphrase(page: Page, passphrase: string): Promise<void> {
  await typeNewPassphrase(page, passphrase)
  await page.keyboard.press('Enter')
}

/** Types a passphrase that may be chosen, and waits for what the meter says. */
export async function typeNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await title(page, 'Choose a passphrase').waitFor()
  await typeInto(page, 'Passphrase', passphrase)
  await page
    .getByRole('status')
    .filter({ hasText: /Guessable|Good|Strong/ })
    .waitFor()
}

/** Leaves the screen of the recovery code shown: `confirmKit` goes on. */
export async function readRecoveryCode(page: Page): Promise<readonly string[]> {
  await title(page, 'Your recovery code').waitFor()
  const lines = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  await lines.first().waitFor()
  // The number of the group stands before it.
  return (await lines.allInnerTexts()).map((line) => line.trim().split(/\s+/).at(-1) ?? '')
}

export async function confirmKit(page: Page, groups: readonly string[], passphrase: string): Promise<void> {
  await pressButton(page, /^It is on paper/)
  await title(page, 'Once more, from paper').waitFor()
  for (const asked of await page.getByRole('textbox', { name: /^Group \d+$/ }).all()) {
    const label = await asked.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await typeAt(page, asked, groups[Number(label.replace('Group ', '')) - 1] ?? '')
  }
  await typeInto(page, 'Passphrase', passphrase)
  await page.keyboard.press('Enter')
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await typePassphrase(page, passphrase)
  // A session that went on behind the lock is on the screen again.
  const live = page.getByRole('main', { name: 'Circle' })
  await page.getByRole('navigation', { name: 'Console' }).or(live).first().waitFor()
}

/** Types the passphrase and presses Enter, whatever comes of it. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  await title(page, 'Unlock').waitFor()
  await typeInto(page, 'Passphrase', passphrase)
  await page.keyboard.press('Enter')
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await title(page, 'Unlock').waitFor()
}

export async function goTo(page: Page, place: PlaceName): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Console' })
  await pressButton(page, place, navigation)
  await navigation.locator('[aria-current="page"]').filter({ hasText: place }).waitFor()
}

export async function setTheme(page: Page, theme: 'Day' | 'Evening' | 'As this computer'): Promise<void> {
  const target = page.getByRole('navigation', { name: 'Console' }).getByRole('radio', { name: theme })
  await reach(page, page.getByRole('navigation', { name: 'Console' }).getByRole('radio', { checked: true }))
  for (let step = 0; step < 3 && !(await target.isChecked()); step += 1) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
  }
}

/** Creates a group on Groups & members, with the dialog that an empty Today or this screen opens. */
export async function createGroup(page: Page, group: Group): Promise<void> {
  await goTo(page, 'Groups & members')
  await pressButton(page, /^(Create the first group|New group)$/)
  await fillGroup(page, group)
  await pressButton(page, 'Create the group')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await title(page, group.name).waitFor()
}

/** Fills the form of a group, open already, and leaves it open. */
export async function fillGroup(page: Page, group: Group): Promise<void> {
  const form = page.getByRole('dialog')
  await typeInto(page, 'Name', group.name, form)
  if (group.type !== undefined) await choose(page, 'Type', group.type, form)
  if (group.lengthMinutes !== undefined) await typeInto(page, 'Length', String(group.lengthMinutes), form)
  if (group.capacity !== undefined) await typeInto(page, 'Places', String(group.capacity), form)
  if (group.isOnTuesdays === true) await pressButton(page, 'Add a day and time', form)
  if (group.part2 !== undefined) await choosePart2(page, form, group.part2)
}

async function choosePart2(page: Page, form: Locator, part2: NonNullable<Group['part2']>): Promise<void> {
  const target = form.locator(`input[type="radio"][value="${part2}"]`)
  await reach(page, form.getByRole('radio', { checked: true }))
  for (let step = 0; step < 3 && !(await target.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown')
}

/** Adds a member to the group that is shown. */
export async function addMember(page: Page, member: Member): Promise<void> {
  await typeMember(page, member)
  await page.keyboard.press('Enter')
  await membersTable(page).getByText(member.name, { exact: true }).last().waitFor()
  // The line is empty for the next one, which can be a moment after the table has the name.
  await field(page, 'Add a member').and(page.locator(':placeholder-shown')).waitFor()
}

/** Types a member into the line and leaves the focus on the name, without adding. */
export async function typeMember(page: Page, member: Member): Promise<void> {
  const { name, initials, chartId, role = 'Member', hasAgreed = true } = member
  await typeInto(page, 'Add a member', name)
  if (initials !== undefined) await typeInto(page, 'Initials', initials)
  if (chartId !== undefined) await typeInto(page, 'Chart id', chartId)
  await page.getByRole('button', { name: / Belongs as$/ }).waitFor()
  // The role of the member before stays chosen.
  const isChosen = await page.getByRole('button', { name: `${role} Belongs as` }).isVisible()
  if (!isChosen) await choose(page, 'Belongs as', role)
  const agreed = page.getByRole('checkbox', { name: 'Agreed today' })
  if ((await agreed.isChecked()) !== hasAgreed) {
    await reach(page, agreed)
    await page.keyboard.press('Space')
  }
  await reach(page, field(page, 'Add a member'))
}

export function membersTable(page: Page): Locator {
  return page.getByRole('table', { name: /^Members/ })
}

export async function addFacilitator(page: Page, { name, credentials = '' }: Facilitator): Promise<void> {
  await goTo(page, 'Groups & members')
  await pressButton(page, 'Add a facilitator')
  const form = page.getByRole('dialog')
  await typeInto(page, 'Name', name, form)
  await typeInto(page, 'Credentials', credentials, form)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `Edit ${name}` }).waitFor()
}

/** Opens the agenda of a group from Agendas. */
export async function openAgenda(page: Page, group: string): Promise<void> {
  await goTo(page, 'Agendas')
  await pressButton(
    page,
    new RegExp(`^${group} ?\\d+ min$`),
    page.getByRole('navigation', { name: 'Agendas' }),
  )
  await page.getByRole('list', { name: `Agenda of ${group}` }).waitFor()
}

export async function setMinutes(page: Page, phase: string, minutes: number): Promise<void> {
  await typeInto(page, `Minutes of ${phase}`, String(minutes))
}

export async function setMinimum(page: Page, phase: string, minutes: number): Promise<void> {
  await typeInto(page, `Minimum of ${phase}`, String(minutes))
}

export async function movePhase(page: Page, phase: string, way: 'up' | 'down'): Promise<void> {
  await reach(page, field(page, `Minutes of ${phase}`))
  await page.keyboard.press(way === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown')
}

export async function toggleProtected(page: Page, phase: string): Promise<void> {
  await pressButton(page, `Protect ${phase}`)
}

export async function removePhase(page: Page, phase: string): Promise<void> {
  await chooseInMenu(page, page.getByRole('button', { name: `More for ${phase}` }), 'Remove')
}

export async function saveAgenda(page: Page): Promise<void> {
  await pressButton(page, 'Save the agenda')
  await page.getByRole('button', { name: 'Save the agenda' }).waitFor({ state: 'detached' })
}

export interface Preparation {
  readonly group: string
  readonly topic?: string
  readonly coLeads?: readonly string[]
}

/** From Groups & members to the pre-flight of a session. */
export async function prepareSession(
  page: Page,
  { group, topic = '', coLeads = [] }: Preparation,
): Promise<void> {
  await goTo(page, 'Groups & members')
  await pressButton(page, new RegExp(`^${group}`), page.getByRole('navigation', { name: 'Groups' }))
  await title(page, group).waitFor()
  await pressButton(page, 'Start a session with this group')
  const form = page.getByRole('dialog')
  await typeInto(page, 'Topic', topic, form)
  for (const name of coLeads) {
    await reach(page, form.getByRole('checkbox', { name }))
    await page.keyboard.press('Space')
  }
  await pressButton(page, /^Open the circle/, form)
  await page
    .getByRole('main', { name: 'Circle' })
    .getByRole('button', { name: /^Start the session/ })
    .waitFor()
}

export function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { name, exact: true })
}
