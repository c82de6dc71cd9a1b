import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import { getFromPage } from '../support/call-page.ts'
import type { Page } from 'playwright-core'
import { author, unevenNames } from '../support/cast.ts'
import { findCircleOverlaps } from '../support/circle-geometry.ts'
import * as live from '../support/drive-live.ts'
import * as drive from '../support/drive.ts'
import { settle } from '../support/settle.ts'
import { expect, test } from './fixtures.ts'

test.use({ vaultOf: author })

/** The laptop zoomed to 200 % and 150 %, tablets, the laptop and a large screen. */
const sizes = [
  { width: 683, height: 384 },
  { width: 911, height: 512 },
  { width: 768, height: 1024 },
  { width: 820, height: 1180 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const

const group = 'Evening Circle'
const coLead = 'Maximiliane Reed-Ostergaard'
const twelve = [...unevenNames, 'Konstantina', 'Bartholomew-James']
const twentyFour = [...twelve, ...twelve.map((name) => `${name} B.`)]
/** Seats that stay empty for now: three who are on the way, one who is excused, three who are expected. */
const late = ['1', '3', '5']
const here = ['4', '6', '7', '8', '9', '0', 'Q', 'W', 'E', 'T', 'Y', 'U', 'I', 'O', 'S', 'D', 'K']

async function expectApart(page: Page, moment: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await settle(page)
    const where = `${moment}, ${size.width}x${size.height}`
    expect.soft(await page.evaluate(findCircleOverlaps), where).toEqual([])
  }
}

for (const count of [1, 10, 12, 24]) {
  test(`a circle of ${count}: no seat, words, key or badge lies upon another, and none upon the clock`, async ({
    page,
    timepiece,
  }) => {
    test.slow()
    await drive.unlock(page, author.passphrase)
    await getFromPage(page, 'care-rules.change', { ...defaultCareRules, mostMembers: 24 })
    await drive.createGroup(page, { name: group, isOnTuesdays: true, capacity: 24 })
    for (const [index, name] of twentyFour.slice(0, count).entries())
      await drive.addMember(page, { name, hasAgreed: index % 5 !== 4 })
    await drive.addFacilitator(page, { name: coLead, credentials: 'LPC' })
    await drive.prepareSession(page, { group, coLeads: [coLead] })
    await expectApart(page, 'everyone expected')
    if (count > 1) {
      for (const key of late) await live.setPresence(page, key, 'on the way')
      await live.setPresence(page, '2', 'excused')
      for (const key of here.slice(0, count - 7)) await live.arrive(page, key)
      await expectApart(page, 'some are here')
    }
    await live.everyoneArrives(page)
    await live.start(page)
    await live.next(page, 'Check-in')
    if (count > 1) {
      await live.giveFloor(page, '3')
      await live.mark(page, '4', 'S')
      await live.setPresence(page, '6', 'steps out')
    }
    await timepiece.pass(21)
    await expect(live.phaseClock(page)).toContainText('min over')
    await expectApart(page, 'running over')
    await live.pause(page)
    await expectApart(page, 'paused')
  })
}
