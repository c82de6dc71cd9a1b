import type { Page } from 'playwright-core'
import type { PersonId } from '../../src/shared/ids.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage as get } from '../support/call-page.ts'
import { author } from '../support/cast.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { pressButton } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

const group = 'Evening Circle'
const note = (page: Page) => page.getByRole('group', { name: 'Note of Anouk' })

interface Circle {
  readonly own: PersonId
  readonly maya: PersonId
  readonly hold: (topic: string, leaders: Leaders) => Promise<void>
}

interface Leaders {
  readonly leadId: PersonId
  readonly coLeadIds?: PersonId[]
  readonly observerIds?: PersonId[]
}

/** A group of two with two facilitators, and a way to hold its sessions under either. */
async function setUp(page: Page): Promise<Circle> {
  await drive.unlock(page, author.passphrase)
  await drive.createGroup(page, { name: group, isOnTuesdays: true })
  for (const [index, name] of ['Anouk', 'Bertil'].entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await drive.addMember(page, { name, chartId: `C-${index}` })
  await drive.addFacilitator(page, { name: 'Maya Reed', credentials: 'LPC' })
  const { groups, facilitators } = await get(page, 'roster.read', {})
  const idOf = (isAuthor: boolean) => {
    const found = facilitators.find((one) => one.isAuthor === isAuthor)
    if (found === undefined) throw new Error('nobody leads')
    return found.id
  }
  const groupId = groups[0]?.id ?? ''
  return {
    own: idOf(true),
    maya: idOf(false),
    async hold(topic, leaders) {
      const plan = { groupId, topic, plannedStartMs: null, coLeadIds: [], ...leaders }
      const { sessionId } = await get(page, 'session.prepare', plan)
      await get(page, 'session.act', { sessionId, command: { type: 'arrive-all' } })
      await get(page, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
      await get(page, 'session.act', { sessionId, command: { type: 'end' } })
    },
  }
}

async function openNote(page: Page, topic: string): Promise<void> {
  await page.reload()
  await drive.goTo(page, 'Today')
  await pressButton(page, new RegExp(topic), page.getByRole('region', { name: 'Last sessions' }))
  await pressButton(page, /^Group note/)
  await page.getByRole('heading', { name: '0 of 2 signed' }).waitFor()
  await page.keyboard.press('Control+1')
  await note(page).waitFor()
}

test('who sat in is told why they sign nothing, and who led beside another signs', async ({ page }) => {
  test.slow()
  const { audit, violations } = await createAuditor(page)
  const { own, maya, hold } = await setUp(page)
  await hold('An evening that I watched', { leadId: maya, observerIds: [own] })
  await hold('An evening that we led', { leadId: maya, coLeadIds: [own] })

  await test.step('an observer writes no signature, by button or by key', async () => {
    await openNote(page, 'An evening that I watched')
    await expect(note(page)).toContainText('You sat in. Who led the session signs its notes')
    await expect(note(page).getByRole('button', { name: /^Sign / })).toHaveCount(0)
    await expect(page.getByRole('complementary', { name: /^Shared by all notes/ })).toContainText(
      'Interventions of Maya Reed as lead',
    )
    await audit('debrief of a session that the author sat in on')
    await note(page)
      .getByRole('textbox', { name: /^Assessment/ })
      .fill('Listened.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '0 of 2 signed' })).toBeVisible()
    await pressButton(page, 'Today')
  })

  await test.step('a co-lead signs in their own name and role', async () => {
    await openNote(page, 'An evening that we led')
    await expect(page.getByRole('complementary', { name: /^Shared by all notes/ })).toContainText(
      'Your interventions as co-lead',
    )
    await live.writeShared(page, /^Your interventions/, 'Taught the course of an urge.')
    await live.writeShared(page, /^Interventions of Maya Reed/, 'Led the rounds.')
    await note(page)
      .getByRole('textbox', { name: /^Assessment/ })
      .fill('Listened, then spoke of the first week.')
    await audit('debrief of a session that the author led beside another')
    // Without a goal and a plan, which is meant so.
    await page.keyboard.press('Control+Enter')
    const remarks = page.getByRole('region', { name: 'Before you sign' })
    for (const words of ['No goal is addressed.', 'The plan is missing.']) {
      const remark = remarks.getByRole('listitem').filter({ hasText: words })
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await pressButton(page, /^It is meant so/, remark)
    }
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '1 of 2 signed' }).waitFor()
    await page.keyboard.press('Control+1')
    const signed = page.getByRole('group', { name: 'Signed note of Anouk' })
    await expect(signed).toContainText('Nora Field, LCSW')
    await expect(signed.getByRole('button', { name: 'Add to this note' })).toBeVisible()
  })
  expect(await violations()).toEqual([])
})
