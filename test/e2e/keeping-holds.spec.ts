import { createAuditor } from '../support/audit.ts'
import { getFromPage } from '../support/call-page.ts'
import {
  bertil,
  dialog,
  elevenYearsMs,
  goToKeeping,
  holds,
  lines,
  list,
  openKept,
  runClinic,
  showList,
} from '../support/keep-clinic.ts'
import { pressButton, reach, typeInto } from '../support/keyboard.ts'
import { expect, test } from './fixtures.ts'

test('a legal hold keeps what is past its date, from either page, and is taken back instead of asked about', async ({
  page,
  timepiece,
}) => {
  test.setTimeout(180_000)
  await openKept(page, timepiece)

  await test.step('everything is held', async () => {
    await pressButton(page, 'Place a hold')
    await reach(page, dialog(page).getByRole('radio', { name: 'One member' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await typeInto(page, 'Reason', 'Letter of the county court', dialog(page))
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await expect(holds(page).getByRole('listitem')).toContainText(/Everything.*Letter of the county court/s)
    await expect(page.getByText(/^No chart may go today/)).toBeVisible()
    await pressButton(page, 'Take it back', holds(page))
    await expect(page.getByText(/^3 charts are past their date/)).toBeVisible()
  })

  await test.step('one member is held, from their own page', async () => {
    await reach(page, list(page))
    const name = await lines(page).first().locator('bdi').first().innerText()
    await page.keyboard.press('Enter')
    const keeping = page.getByRole('region', { name: 'Keeping' })
    await expect(keeping).toContainText(/Past its date since/)
    await pressButton(page, 'Place a hold', keeping)
    await typeInto(page, 'Reason', 'Asked for by their lawyer', dialog(page))
    await page.keyboard.press('Enter')
    await expect(keeping.getByRole('list', { name: 'Legal holds' })).toContainText(
      'Asked for by their lawyer',
    )
    await goToKeeping(page)
    await expect(page.getByText(/^2 charts are past their date/)).toBeVisible()
    await showList(page, /^Past, and on hold/)
    await expect(lines(page)).toHaveCount(1)
    await expect(lines(page)).toContainText(name)
    await pressButton(page, `Lift the hold on ${name}`)
    await expect(page.getByText(/^3 charts are past their date/)).toBeVisible()
    await pressButton(page, 'Place it again', holds(page))
    await expect(page.getByText(/^2 charts are past their date/)).toBeVisible()
    await pressButton(page, '2 holds lifted')
    await expect(holds(page).getByRole('listitem')).toHaveCount(3)
  })
})

test('somebody who came as an adolescent has a date once the day they come of age is entered', async ({
  page,
  timepiece,
}) => {
  const { memberIds } = await openKept(page, timepiece)
  const act = { kind: 'counted-as', ageGroup: 'adolescent', day: '2026-11-17', reason: '' } as const
  await getFromPage(page, 'care.enter', { personId: memberIds[1] ?? '', act })
  await page.reload()
  await goToKeeping(page)
  await showList(page, /^Age not known 1/)
  await reach(page, list(page))
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Comes of age on').fill('2030-05-01')
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await showList(page, /^Due later 1/)
  await expect(lines(page)).toContainText(bertil)
  await expect(lines(page)).toContainText('2040')
})

test('the years are walked with the arrow keys, stand as a table, and lead to their charts', async ({
  page,
  timepiece,
}) => {
  await openKept(page, timepiece)
  const plot = page.getByRole('slider', { name: 'Charts fall due' })
  await reach(page, plot)
  await page.keyboard.press('Home')
  await expect(plot).toHaveAttribute('aria-valuetext', '2033: 3 charts, 3 past')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /^Past their date/ })).toHaveAttribute('aria-selected', 'true')
  await pressButton(page, 'Charts fall due as a table')
  await expect(page.getByRole('table', { name: 'Charts fall due' }).getByRole('row').nth(1)).toHaveText(
    /2033\s*3\s*0\s*0/,
  )
})

test('keeping and erasing is without fault, by day and in the evening, with nothing in it and with much', async ({
  page,
  timepiece,
}) => {
  test.setTimeout(300_000)
  await runClinic(page)
  const { audit, violations } = await createAuditor(page)
  await goToKeeping(page)
  await audit('keeping, no rule yet')
  await pressButton(page, 'Enter how long you keep charts')
  await audit('keeping, the rule')
  await typeInto(page, 'Whose rule it is', 'Washington', dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await audit('keeping, nothing past its date')
  await timepiece.moveTo(elevenYearsMs)
  await page.reload()
  await goToKeeping(page)
  await audit('keeping, charts past their date')
  await reach(page, list(page))
  await page.keyboard.press('Control+a')
  await audit('keeping, charts chosen')
  await pressButton(page, /^Erase 3 charts/)
  await dialog(page).getByRole('region', { name: 'This goes' }).waitFor()
  await audit('keeping, before erasing')
  await page.keyboard.press('Escape')
  await showList(page, /^Private notes 2/)
  await audit('keeping, private notes')
  await pressButton(page, 'Place a hold')
  await audit('keeping, placing a hold')
  await typeInto(page, 'Whose chart', 'Bert', dialog(page))
  await page.keyboard.press('Enter')
  await typeInto(page, 'Reason', 'A letter', dialog(page))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await audit('keeping, on hold')
  await pressButton(page, bertil, holds(page))
  await page.getByRole('region', { name: 'Keeping' }).getByText('A letter').waitFor()
  await audit('a member on hold')
  expect(await violations()).toEqual([])
})
