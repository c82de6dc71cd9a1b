/* oxlint-disable no-await-in-loop -- a person does one thing after the other */
import type { Page } from 'playwright-core'
import type { SessionId } from '../../src/shared/ids.ts'
import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import { tenNames, unevenNames } from '../support/cast.ts'
import { foundGroup, holdFullSession, prepare, stateOf } from '../support/hold-review.ts'
import { pressButton, reach } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

const topic = 'High-risk evenings'
const twelve = [...unevenNames, 'Kirsi', 'Lioba']

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the session' })
const side = (page: Page) => page.getByRole('complementary', { name: 'Made of this session' })

/** From a window that has just begun, over Today. */
async function openSession(page: Page, name = topic): Promise<void> {
  await page.reload()
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  await pressButton(page, new RegExp(name), page.getByRole('region', { name: 'Last sessions' }))
}

const ways = ['Score', 'Circle', 'Notes', 'As a table'] as const

/** Goes to another way to look at the session, with the arrow keys of its choice. */
async function show(page: Page, way: (typeof ways)[number]): Promise<void> {
  const choice = page.getByRole('radiogroup', { name: 'Show' })
  const checked = choice.getByRole('radio', { checked: true })
  await reach(page, checked)
  const name = await checked.textContent()
  const steps = ways.indexOf(way) - ways.findIndex((one) => one === name)
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(choice.getByRole('radio', { name: way })).toBeChecked()
}

/** All that the record holds of a session, as text: the same text is the same record. */
async function recordOf(page: Page, sessionId: SessionId): Promise<string> {
  const { log, recordNotes } = await getFromPage(page, 'session.open', { sessionId })
  const signed = await getFromPage(page, 'note.list', { sessionId })
  const debrief = await getFromPage(page, 'debrief.read', { sessionId })
  return JSON.stringify({ log, recordNotes, signed, debrief })
}

test('a session is gone through turn by turn by keys alone, and looking changes nothing of it', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const group = await foundGroup(page, tenNames)
  const sessionId = await holdFullSession({ page, timepiece }, group, topic)
  const before = await recordOf(page, sessionId)
  await openSession(page)

  await test.step('the arrows go by turns, from the page itself and from the line', async () => {
    await expect(page.getByRole('heading', { level: 1, name: topic })).toBeVisible()
    await expect(slider(page)).toHaveAttribute(
      'aria-valuetext',
      /^6:05\sPM, Opening.*, 0 minutes in, You have the floor/,
    )
    await page.keyboard.press('ArrowRight')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /6:06\sPM, Check-in.*Anouk has the floor/)
    await reach(page, slider(page))
    await page.keyboard.press('ArrowRight')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Bertil has the floor/)
    await page.keyboard.press('ArrowLeft')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Anouk has the floor/)
    await page.keyboard.press('PageDown')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Topic, 0 minutes in, Anouk has the floor/)
    await page.keyboard.press('ArrowRight')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Bertil has the floor, Bertil: feedback/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /Break/)
    await page.keyboard.press('End')
    await expect(slider(page)).toHaveAttribute('aria-valuetext', /the session is over/)
    await expect(page.getByText('Plans are short and concrete.')).toBeVisible()
    await page.keyboard.press('Home')
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '0')
  })

  await test.step('the circle follows the same line', async () => {
    await show(page, 'Circle')
    await expect(page.getByRole('list', { name: 'Seats' }).getByText('Jowita, excused')).toBeAttached()
    await reach(page, slider(page))
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('list', { name: 'Seats' }).getByText('Anouk, has the floor')).toBeAttached()
    await page.keyboard.press('End')
    const arcs = page.getByRole('list', { name: 'Who spoke after whom' })
    await expect(arcs.getByText('Bertil after Anouk, 2 times')).toBeAttached()
  })

  await test.step('notes and numbers stand behind it', async () => {
    await show(page, 'Notes')
    await expect(page.getByRole('list', { name: 'Record notes' }).getByRole('listitem')).toHaveCount(2)
    await expect(page.getByText('A worry of my own.')).toHaveCount(0)
    await show(page, 'As a table')
    const members = page.getByRole('table', { name: 'Members' })
    await expect(members.getByRole('row')).toHaveCount(11)
    await expect(members.getByRole('row', { name: /^Anouk 42 min .*2:00 in 2 turns .*6 → 3/ })).toBeVisible()
    await expect(members.getByRole('row', { name: /^Jowita excused/ })).toBeVisible()
    const phases = page.getByRole('table', { name: /^Phases/ })
    await expect(phases.getByRole('row', { name: /^Topic 6:15\sPM 15 min 22 min \+7/ })).toBeVisible()
  })

  await test.step('what was made of it is beside it', async () => {
    await expect(side(page).getByRole('button', { name: /^9 member notes/ })).toBeVisible()
    await expect(side(page).getByRole('button', { name: /^Risk follow-up Cosima, open/ })).toBeVisible()
    await expect(side(page).getByText(/^You, LCSW$/)).toBeVisible()
    await expect(side(page).getByText(/all 9$/)).toBeVisible()
  })

  expect(await recordOf(page, sessionId)).toBe(before)
})

test('E makes a summary of a session that is looked through, and it stands among what left the vault', async ({
  page,
  timepiece,
}) => {
  const group = await foundGroup(page, tenNames.slice(0, 4))
  await holdFullSession({ page, timepiece }, group, topic)
  await openSession(page)
  await slider(page).waitFor()
  await page.keyboard.press('e')
  const papers = page.getByRole('dialog', { name: 'Papers of this session' })
  await expect(papers.getByRole('option', { name: /^Group summary/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Control+Enter')
  await expect(
    papers.getByRole('region', { name: 'Made of this session' }).getByText('Group summary'),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(side(page).getByRole('button', { name: /^Group summary .*a file on this disk/ })).toBeVisible()
})

test('sessions of a group lead to the one before and the one after', async ({ page, timepiece }) => {
  const group = await foundGroup(page, tenNames.slice(0, 4))
  await holdFullSession({ page, timepiece }, group, 'Triggers')
  await holdFullSession({ page, timepiece }, group, topic)
  await openSession(page)
  const beside = page.getByRole('navigation', { name: 'Sessions of this group' })
  await pressButton(page, 'Session 1', beside)
  await expect(page.getByRole('heading', { level: 1, name: 'Triggers' })).toBeVisible()
  await pressButton(page, 'Session 2', beside)
  await expect(page.getByRole('heading', { level: 1, name: topic })).toBeVisible()
})

test('a session from paper is shown as far as paper knows it', async ({ page, timepiece }) => {
  const group = await foundGroup(page, tenNames.slice(0, 4))
  const sessionId = await prepare(page, group, 'From paper')
  const { phases } = await stateOf(page, sessionId)
  await timepiece.pass(240)
  const { now } = await getFromPage(page, 'session.open', { sessionId })
  const startedAtMs = now.wallMs - 200 * 60_000
  const [first, second] = group.memberIds
  if (first === undefined || second === undefined) throw new Error('Too few members')
  const here = { presence: 'present', cameAfterMinutes: null, leftAfterMinutes: null } as const
  await getFromPage(page, 'session.act', {
    sessionId,
    command: {
      type: 'enter-paper',
      sheet: {
        startedAtMs,
        endedAtMs: startedAtMs + 90 * 60_000,
        phases: phases.map(({ id: phaseId, minutes }) => ({ phaseId, minutes })),
        people: [
          { personId: first, ...here },
          { personId: second, ...here, leftAfterMinutes: 60 },
        ],
      },
      marks: [{ personId: first, mark: 'skill' }],
    },
  })
  await openSession(page, 'From paper')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /From paper: turns were not tapped/)
  await expect(page.getByText('Ticked on paper, without a time')).toBeVisible()
  await reach(page, slider(page))
  await page.keyboard.press('ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /1 minute in/)
  await show(page, 'As a table')
  const members = page.getByRole('table', { name: 'Members' })
  await expect(members.getByRole('row', { name: /^Anouk 90 min skill/ })).toBeVisible()
  await expect(members.getByRole('columnheader', { name: 'Had the floor' })).toHaveCount(0)
})

test('the pages of a session of twelve are without fault, by day and in the evening', async ({
  page,
  timepiece,
}) => {
  test.slow()
  const auditor = await createAuditor(page)
  const group = await foundGroup(page, twelve)
  await holdFullSession({ page, timepiece }, group, topic)
  await openSession(page)
  await slider(page).waitFor()
  await auditor.audit('score')
  for (const way of ways.slice(1)) {
    await show(page, way)
    await auditor.audit(way)
  }
  expect(await auditor.violations()).toEqual([])
})
