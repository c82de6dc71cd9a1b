import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAuditor, type Auditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as drive from '../support/drive.ts'
import {
  account,
  givePassphrase,
  goToKeeping,
  lines,
  list,
  openKept,
  showList,
} from '../support/keep-clinic.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { createStop, whileStill, type Stop } from '../support/stand-still.ts'
import { weighDown } from '../support/vault-jobs.ts'
import { expect, test } from './fixtures.ts'

// Revoking, erasing and destroying, each in a vault that is large enough for somebody to watch it.

const reviewer = { name: 'Noor Haddad', initials: 'NH', credentials: 'PhD' }
const reviewerPassphrase = 'orchard violin seventeen snow'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const told = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words })
const headerOf = (userDataDir: string) => readFileSync(join(userDataDir, 'vault/vault.json'), 'utf8')

/** Until it has come further than now, as the page draws it: by the time that it was asked, it could be over. */
async function watchFurther(page: Page): Promise<void> {
  await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page has nothing of what stands around it
    const readPercents = () =>
      Array.from(document.querySelectorAll('[role="status"], output'), (one) => one.textContent)
        .filter((words) => /^\d+%/.test(words))
        .map((words) => Number.parseInt(words, 10))
    const first = Math.max(...readPercents())
    return new Promise<void>((resolve, reject) => {
      const watching = new MutationObserver(() => {
        const percents = readPercents()
        // In between comes a part that has no number.
        const isOver = percents.length === 0 && !document.body.textContent.includes('Sorting')
        if (isOver) reject(new Error('it was over before it had come further'))
        else if (Math.max(...percents) > first) resolve()
        else return
        watching.disconnect()
      })
      watching.observe(document, { subtree: true, childList: true, characterData: true })
    })
  })
}

/** Looks at how far it is, lets it come further, and cancels it. */
async function watchAndCancel(page: Page, still: Stop, { audit }: Auditor, name: string): Promise<void> {
  const { further } = await whileStill(still, async () => {
    await audit(name)
    return { further: watchFurther(page) }
  })
  await further
  await whileStill(still, () => pressButton(page, 'Cancel'))
}

async function expectAsBefore(page: Page, name: string): Promise<void> {
  await title(page, name).waitFor()
  await expect(page.getByText(/^You cancelled it\./)).toBeVisible()
  await expect(told(page, /^Kept\s*as it was/)).toBeVisible()
}

async function weighed(page: Page, userDataDir: string, megabytes: { record: number; private: number }) {
  await drive.lock(page)
  for (const store of ['record', 'private'] as const) weighDown(userDataDir, author, megabytes[store], store)
  await drive.unlock(page, author.passphrase)
}

test('charts are erased before one’s eyes; cancelled, all of them are there', async ({
  page,
  timepiece,
  userDataDir,
  console: app,
}) => {
  test.setTimeout(400_000)
  await openKept(page, timepiece)
  await weighed(page, userDataDir, { record: 60, private: 20 })
  const auditor = await createAuditor(page)
  const still = createStop(app)
  const before = headerOf(userDataDir)
  const eraseAll = async () => {
    await reach(page, list(page))
    await page.keyboard.press('Control+a')
    await pressButton(page, 'Erase 3 charts …')
    await givePassphrase(page, author.passphrase)
    await title(page, 'Erasing').waitFor()
  }

  await test.step('how far it is moves, but for the part that has no number', async () => {
    await goToKeeping(page)
    await eraseAll()
    await told(page, /^Sorting/).waitFor()
    await whileStill(still, () => auditor.audit('what goes is taken out'))
    await told(page, /^\d+%/).waitFor()
    await watchAndCancel(page, still, auditor, 'what stays is written')
  })

  await test.step('cancelled, everything is there, and it says so', async () => {
    await expectAsBefore(page, 'Nothing was erased')
    await auditor.audit('erasing was cancelled')
    await pressButton(page, 'Done')
    await title(page, 'Keeping and erasing').waitFor()
    await expect(lines(page)).toHaveCount(3)
    await expect(account(page).getByRole('listitem')).toHaveCount(0)
    expect((await getFromPage(page, 'roster.read', {})).members).toHaveLength(4)
    expect(headerOf(userDataDir)).toBe(before)
  })

  await test.step('at its end it says what was erased', async () => {
    await eraseAll()
    await title(page, 'Erased').waitFor({ timeout: 180_000 })
    await expect(
      page.getByText(
        /^3 charts, 1 session, and 4 texts are erased\. 1 private note of 1 session is destroyed/,
      ),
    ).toBeVisible()
    await auditor.audit('erased')
    await pressButton(page, 'Done')
    await title(page, 'Keeping and erasing').waitFor()
    await expect(lines(page)).toHaveCount(0)
    expect((await getFromPage(page, 'roster.read', {})).members).toHaveLength(1)
    expect(headerOf(userDataDir)).not.toBe(before)
  })
  expect(await auditor.violations()).toEqual([])
  await expectNothingLeft(page, userDataDir)
})

test('private notes are destroyed before one’s eyes; cancelled, each can be read', async ({
  page,
  timepiece,
  userDataDir,
  console: app,
}) => {
  test.setTimeout(400_000)
  const { aloneId, sharedId } = await openKept(page, timepiece)
  await weighed(page, userDataDir, { record: 0, private: 60 })
  const auditor = await createAuditor(page)
  const still = createStop(app)
  const before = headerOf(userDataDir)
  const countNotes = async () => {
    const sessions = [aloneId, sharedId].map((sessionId) =>
      getFromPage(page, 'session.private-notes', { sessionId }),
    )
    return (await Promise.all(sessions)).flat().length
  }
  const destroyFirst = async () => {
    await showList(page, /^Private notes 2/)
    await reach(page, list(page))
    await page.keyboard.press('Space')
    await pressButton(page, 'Destroy their notes …')
    await givePassphrase(page, author.passphrase)
    await title(page, 'Destroying private notes').waitFor()
  }

  await test.step('how far it is moves, but for the part that has no number', async () => {
    await goToKeeping(page)
    await destroyFirst()
    await told(page, /^Sorting/).waitFor()
    await whileStill(still, async () => {
      await auditor.audit('destroying private notes')
      await pressButton(page, 'Cancel')
    })
  })

  await test.step('cancelled in that part, everything is there, and it says so', async () => {
    await expectAsBefore(page, 'Nothing was destroyed')
    await auditor.audit('destroying was cancelled')
    await pressButton(page, 'Done')
    await title(page, 'Keeping and erasing').waitFor()
    expect(await countNotes()).toBe(2)
    expect(headerOf(userDataDir)).toBe(before)
  })

  await test.step('at its end it says what was destroyed', async () => {
    await destroyFirst()
    await title(page, 'Destroyed').waitFor({ timeout: 180_000 })
    await expect(page.getByText(/^1 private note of 1 session is destroyed/)).toBeVisible()
    await auditor.audit('destroyed')
    await pressButton(page, 'Done')
    await title(page, 'Keeping and erasing').waitFor()
    expect(await countNotes()).toBe(1)
    expect(headerOf(userDataDir)).not.toBe(before)
  })
  expect(await auditor.violations()).toEqual([])
  await expectNothingLeft(page, userDataDir)
})

test.describe('a way in', () => {
  test.use({ vaultOf: author })

  test('is revoked before one’s eyes; cancelled, it is still open', async ({
    page,
    userDataDir,
    console: app,
  }) => {
    test.setTimeout(400_000)
    weighDown(userDataDir, author, 100)
    await drive.unlock(page, author.passphrase)
    const { personId } = await getFromPage(page, 'roster.create-facilitator', reviewer)
    const secrets = { passphrase: reviewerPassphrase, authorPassphrase: author.passphrase }
    await getFromPage(page, 'reviewer.let-in', { personId, ...secrets })
    const auditor = await createAuditor(page)
    const still = createStop(app)
    const before = headerOf(userDataDir)
    const ways = page.getByRole('region', { name: 'Who can open this vault' }).getByRole('listitem')
    const revoke = async () => {
      await pressButton(page, `Revoke ${reviewer.name}`)
      await givePassphrase(page, author.passphrase)
      await title(page, 'Revoking a way in').waitFor()
    }

    await test.step('how far it is moves', async () => {
      await drive.goTo(page, 'Vault & privacy')
      await revoke()
      await watchAndCancel(page, still, auditor, 'revoking')
    })

    await test.step('cancelled, they can still come in, and it says so', async () => {
      await expectAsBefore(page, 'Nobody was revoked')
      await auditor.audit('revoking was cancelled')
      await pressButton(page, 'Done')
      await expect(ways).toHaveCount(3)
      expect(headerOf(userDataDir)).toBe(before)
    })

    await test.step('at its end it says that the way in is closed', async () => {
      await revoke()
      await title(page, 'The way in is revoked').waitFor({ timeout: 180_000 })
      await expect(page.getByText('Their passphrase opens nothing here any more.')).toBeVisible()
      await auditor.audit('revoked')
      await pressButton(page, 'Done')
      await expect(ways).toHaveCount(2)
      expect(headerOf(userDataDir)).not.toBe(before)
    })
    expect(await auditor.violations()).toEqual([])
    await expectNothingLeft(page, userDataDir)
  })
})

/** Nothing of what was written on the way lies beside the vault, which opens as before. */
async function expectNothingLeft(page: Page, userDataDir: string): Promise<void> {
  await drive.lock(page)
  const left = readdirSync(join(userDataDir, 'vault')).toSorted()
  expect(left).toEqual(['private.db', 'record.db', 'vault.json'])
  await drive.unlock(page, author.passphrase)
}
