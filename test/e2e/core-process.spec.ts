import { coresOf } from '../support/launch.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { canReadMemory, countInMemory } from '../faults/campaigns/leak/memory.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Dana Reyes', passphrase: 'quiet harbour winter lantern' }
const group = { name: 'Evening circle', part2: 'part2' } as const
/** In no source and in no other place of this computer: of each, the halves are joined here. */
const recordWord = ['Quellwasser', 'zirpt'].join('')
const privateWord = ['Mondkalb', 'staunt'].join('')

test.use({ vaultOf: author })

test('what the core held is gone with its process at the lock: notes, names and the passphrase', async ({
  page,
  console: app,
}) => {
  test.slow()
  test.skip(canReadMemory() !== null, canReadMemory() ?? '')
  const pid = app.process.pid ?? 0
  const words = [recordWord, privateWord, author.passphrase, group.name]
  const held = () => words.map((word) => countInMemory([word], coresOf(pid)))
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  await drive.addMember(page, { name: 'Ana' })
  await drive.prepareSession(page, { group: group.name, topic: 'Evenings' })
  await live.everyoneArrives(page)
  await live.start(page)
  await live.recordNote(page, recordWord)
  await live.privateNote(page, privateWord)
  const [atWork] = coresOf(pid)
  // Else this would find nothing anywhere.
  const [inRecord, inPrivate] = held()
  expect([inRecord, inPrivate]).not.toContain(0)

  await drive.lock(page)
  await expect.poll(() => coresOf(pid).includes(atWork ?? 0)).toBe(false)
  await expect.poll(() => coresOf(pid)).toHaveLength(1)
  expect(held()).toEqual([0, 0, 0, 0])
  await test.step('the clock of the session goes on, and it opens again', async () => {
    await expect(page.getByRole('region', { name: 'The session' })).toContainText('Opening & agreements')
    await drive.unlock(page, author.passphrase)
    await expect(live.phaseNow(page)).toContainText('Opening')
  })
})

test('a core that is killed is told, nothing is lost, and a new start goes on', async ({
  page,
  console: app,
}) => {
  const pid = app.process.pid ?? 0
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, group)
  for (const core of coresOf(pid)) process.kill(core, 'SIGKILL')
  await expect(page.getByText('The part of the console that keeps the vault has stopped')).toBeVisible()
  expect(coresOf(pid)).toEqual([])
  // It stays for whoever wants to copy what was not saved, and goes with the lock.
  await expect(page.getByText(group.name).first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByText(group.name)).toHaveCount(0)
  await expect(page.getByText('The part of the console that keeps the vault has stopped')).toBeVisible()
  expect(await app.close()).toBe(0)
  expect(await app.stderr).toContain('"event":"core-gone","at":"unknown"')
})

test('the core does not outlive the console, whose main process alone is killed', async ({
  console: app,
}) => {
  const pid = app.process.pid ?? 0
  const [core] = coresOf(pid)
  expect(core).toBeDefined()
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isThere(core ?? 0)).toBe(false)
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
