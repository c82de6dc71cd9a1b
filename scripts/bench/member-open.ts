/* oxlint-disable no-await-in-loop -- one after the other is what is measured */
import type { Page } from 'playwright-core'
import { goTo } from '../../test/support/drive.ts'
import { timePage } from './table-times.ts'
import { timeSight } from './watch.ts'

export interface MemberTimes {
  /** From the click on a name until plots and notes of that member are painted. */
  readonly memberMs: readonly number[]
  /** From a click until a page without anything to read is. */
  readonly pageMs: readonly number[]
}

const rounds = 7
const drawn = 'main h1 ~ * svg, main h1, main svg'

/** Opens the page of the member with the most sessions, who sits in a group. */
export async function timeMember(page: Page): Promise<MemberTimes> {
  const memberMs: number[] = []
  const pageMs: number[] = []
  const { name, group } = await page.evaluate(findVeteran)
  for (let round = 0; round < rounds; round += 1) {
    pageMs.push(await timePage(page, 'Settings', 'main h1'))
    await goTo(page, 'Groups & members')
    await page
      .getByRole('navigation', { name: 'Groups' })
      .getByRole('button', { name: group })
      .first()
      .click()
    const who = page
      .getByRole('article', { name: group })
      .getByRole('button')
      .filter({ hasText: name })
      .first()
    await who.waitFor()
    const sight = {
      event: 'click',
      selector: 'main h1',
      words: name,
      gone: 'main [aria-busy="true"]',
    } as const
    memberMs.push(await timeSight(page, sight, () => who.click()))
    if ((await page.locator(drawn).count()) === 0) throw new Error('nothing is drawn')
  }
  return { memberMs, pageMs }
}

// Runs in the page.
async function findVeteran(): Promise<{ name: string; group: string }> {
  const roster = await window.api.invoke('roster.read', {})
  if (!roster.ok) throw new Error('the vault is locked')
  const { members, groups } = roster.value
  let best = { name: '', group: '', count: 0 }
  for (const { id, preferredName, groupIds } of members) {
    const group = groups.find((one) => one.id === groupIds[0])
    if (group === undefined) continue
    // oxlint-disable-next-line no-await-in-loop
    const review = await window.api.invoke('member.review', { personId: id })
    const count = review.ok ? review.value.sessions.length : 0
    if (count > best.count) best = { name: preferredName, group: group.name, count }
  }
  return best
}
