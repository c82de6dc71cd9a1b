import type { CDPSession, Page } from 'playwright-core'
import { contract } from '../../src/shared/ipc/contract.ts'
import type { PushName } from '../../src/shared/ipc/pushes.ts'
import { createAuditor, createChecker } from '../support/audit.ts'
import { soughtAuthor as author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { expect, test } from './fixtures.ts'

const group = { name: 'Wednesday Herons', isOnTuesdays: true } as const
const members = ['Anouk Brandt', 'Bertil', 'Cosima', 'Dagny', 'Xiomara']
const topic = 'Letters to Osgood'
const notes = ['Bertil spoke of the harbour', 'Cosima seemed far away']

/** Words that tell of somebody, or of what was said. None of them may be in the room. */
const secret = new RegExp(
  [author.name, author.clinic, group.name, topic, ...members, ...notes]
    .flatMap((text) => text.split(' '))
    .filter((word) => word.length > 3)
    .join('|'),
  'i',
)

const pushNames = {
  'session.appended': true,
  'clock.read': true,
  'vault.access-changed': true,
  'vault.unwritten-changed': true,
  'room.changed': true,
  'export.progress': true,
  'review.rebuild-changed': true,
  'keys.renewal-changed': true,
  'import.changed': true,
  'privacy.log-check-changed': true,
  'backups.changed': true,
  'mend.changed': true,
  'watch.changed': true,
  'display.changed': true,
  'vault.left': true,
} satisfies Record<PushName, true>

/** The window beside the console's own. */
async function openRoom(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Alt+KeyO')
  const room = await opened
  await room.waitForURL((url) => url.pathname === '/room.html')
  await room.getByRole('heading').waitFor()
  return room
}

async function openCircle(page: Page): Promise<void> {
  await drive.createVault(page, author)
  await drive.createGroup(page, group)
  for (const name of members) await drive.addMember(page, { name })
  await nameAPhaseAfterSomebody(page)
  await drive.prepareSession(page, { group: group.name, topic })
}

// Through the bridge: the agenda has its own tests, and what counts here is that such a name is there.
async function nameAPhaseAfterSomebody(page: Page): Promise<void> {
  const answer = await page.evaluate(async (name) => {
    const { api } = window
    const roster = await api.invoke('roster.read', {})
    const [first] = roster.ok ? roster.value.groups : []
    if (first === undefined) return null
    const phases = first.agenda.map((phase, index) => (index === 1 ? { ...phase, name } : phase))
    return api.invoke('agenda.change', { groupId: first.id, phases })
  }, 'A talk with xiomara')
  expect(answer).toMatchObject({ ok: true })
}

/** Everything that a person, or a program that reads screens, can get out of the window. */
async function allThatItShows(room: Page, devtools: CDPSession): Promise<string> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const { targetInfos } = await devtools.send('Target.getTargets')
  return JSON.stringify([
    await room.content(),
    await room.title(),
    room.url(),
    nodes,
    targetInfos.filter(({ url }) => url === room.url()),
    await room.evaluate(() => [
      Reflect.get(window, 'told'),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
      history.length > 9,
    ]),
  ])
}

test('no name can reach the room, whatever happens and whatever its page asks', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await openCircle(page)
  const room = await openRoom(page)
  const devtools = await room.context().newCDPSession(room)
  // From its very beginning on: whatever is pushed to this window is kept.
  await room.addInitScript(keepAllThatIsTold, Object.keys(pushNames))
  await room.reload()
  await expect(room.getByRole('heading')).toHaveText('Welcome')
  const look = async (title: string | RegExp) => {
    await expect(room.getByRole('heading')).toHaveText(title)
    expect(await allThatItShows(room, devtools)).not.toMatch(secret)
    expect(await room.title()).toBe('Circlekeeper')
  }
  await look('Welcome')
  // The same words are found where they are.
  expect(await page.content()).toMatch(secret)

  await live.everyoneArrives(page)
  await live.start(page)
  await look(/Opening/)
  await live.giveFloor(page, '1')
  await live.mark(page, '2', 'R')
  for (const note of notes) await live.recordNote(page, note)
  await timepiece.pass(2)
  // A phase that is called after somebody has a number instead.
  await page.keyboard.press('n')
  await look('Phase 2')
  await live.pause(page)
  await expect(room.getByText('a short pause')).toBeVisible()
  await live.resume(page)
  await live.takeBreak(page)
  await look('Break')
  await live.resume(page)
  await tryEveryCall(room)
  await look('Phase 2')
  const told = await room.evaluate(() => Reflect.get(window, 'told'))
  expect([...new Set(told.map(([name]: [string]) => name))]).toEqual(['room.changed'])
  expect(told.length).toBeGreaterThan(4)

  await live.endNow(page)
  await look('Thank you')
  const closed = room.waitForEvent('close')
  await live.openDebrief(page)
  await closed
})

// Runs in the page, before anything of its own.
function keepAllThatIsTold(names: readonly string[]): void {
  const told: unknown[] = []
  Object.defineProperty(window, 'told', { value: told })
  document.addEventListener('DOMContentLoaded', () => {
    for (const name of names) {
      Reflect.apply(Reflect.get(window.api, 'on'), null, [name, (push: unknown) => told.push([name, push])])
    }
  })
}

async function tryEveryCall(room: Page): Promise<void> {
  const names = [...Object.keys(contract), 'export.facts', 'shut-down', '__proto__', 'room.write', '']
  const answers = await room.evaluate(
    (all) =>
      Promise.all(
        all.map(async (name) => {
          const invoke = (input: object): Promise<unknown> =>
            Reflect.apply(Reflect.get(window.api, 'invoke'), null, [name, input])
          return [name, [await invoke({}), await invoke({ sessionId: 'x' })]] as const
        }),
      ),
    names,
  )
  const untrusted = { ok: false, error: { code: 'untrusted-sender' } }
  for (const [name, [answer, other]] of answers) {
    if (name === 'room.read') expect(answer).toMatchObject({ ok: true, value: { stage: 'running' } })
    else expect([name, answer, other]).toEqual([name, untrusted, untrusted])
  }
  expect(JSON.stringify(answers)).not.toMatch(secret)
}

test('it shows the phase and the time that is left, and opens and closes from Live', async ({
  page,
  timepiece,
}) => {
  test.slow()
  await openCircle(page)
  await live.everyoneArrives(page)
  await live.start(page)
  const room = await openRoom(page)
  const button = page.getByRole('button', { name: 'Room' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  // The facilitator goes on typing where they were.
  expect(await page.evaluate(() => document.hasFocus())).toBe(true)
  await expect(room.getByText('about five minutes')).toBeVisible()
  await timepiece.pass(3)
  await expect(room.getByText('about two minutes')).toBeVisible()
  await timepiece.pass(3)
  await expect(room.getByText('coming to a close')).toBeVisible()
  // Nobody counts seconds here.
  expect(await room.locator('main').innerText()).not.toMatch(/\d+:\d|\d+ s/)
  await expect(room.getByText(/^Phase 1 of \d+$/)).toBeAttached()

  const gone = room.waitForEvent('close')
  await page.keyboard.press('Alt+KeyO')
  await gone
  await expect(button).toHaveAttribute('aria-pressed', 'false')
})

test('it goes with the lock, and with its own window’s end the console knows', async ({ page }) => {
  test.slow()
  await openCircle(page)
  const first = await openRoom(page)
  const button = page.getByRole('button', { name: 'Room' })
  await first.close()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  const second = await openRoom(page)
  const gone = second.waitForEvent('close')
  await drive.lock(page)
  await gone
  await drive.unlock(page, author.passphrase)
  expect(page.context().pages()).toHaveLength(1)
})

test('it is without fault by day and in the evening, still for who wants no motion, and seen in forced colours', async ({
  page,
}) => {
  test.slow()
  await openCircle(page)
  await live.everyoneArrives(page)
  await live.start(page)
  const room = await openRoom(page)
  const { audit, violations } = await createAuditor(room)
  await audit('the room, running')
  await room.emulateMedia({ reducedMotion: 'no-preference' })
  const arc = room.locator('svg [pathLength]')
  const movesFor = () => arc.evaluate((element) => getComputedStyle(element).transitionDuration)
  expect(await movesFor()).toBe('5s')
  await room.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  expect(await movesFor()).toBe('0s')
  const { check } = await createChecker(room)
  await check('the room, forced colours')
  await room.emulateMedia({ forcedColors: 'none' })
  await live.takeBreak(page)
  await expect(room.getByRole('heading')).toHaveText('Break')
  await audit('the room, on a break')
  expect(await violations()).toEqual([])
})
