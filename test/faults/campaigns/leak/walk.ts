/* oxlint-disable no-await-in-loop -- one press after the other */
import { newestIn } from '../../../support/drive-backups.ts'
import { settle } from '../../../support/settle.ts'
import { arrive, pressMatching, typeEverywhere, type Crawl } from './crawl.ts'
import type { Act, Step } from './step.ts'
import { chooseFile } from './tables.ts'

/** Goes the way of a step and types at its end; throws where the screen does not show what the step presses. */
export async function takeStep(crawl: Crawl, { from, acts }: Step): Promise<void> {
  const { page } = crawl
  if (from === 'live') {
    await arrive(page, 'Today')
    await perform(crawl, /^Go on$/)
    await page.getByRole('main', { name: 'Circle' }).waitFor()
  } else if (from !== null) await arrive(page, from)
  for (const act of acts) {
    await settle(page)
    await perform(crawl, act)
  }
}

async function perform(crawl: Crawl, act: Act): Promise<void> {
  const { page, words, stick, tables } = crawl
  if (act === 'type') return typeEverywhere(crawl)
  const press = (name: RegExp) => pressMatching(page, name, Object.values(words))
  if (act instanceof RegExp) return press(act)
  if ('file' in act) return chooseFile(page, tables[act.file], () => press(act.asks))
  if ('asks' in act) {
    const [asked] = await Promise.all([page.waitForEvent('dialog'), press(act.asks)])
    return asked.accept(act.answer === 'the stick' ? stick : newestIn(stick))
  }
  if ('key' in act) return page.keyboard.press(act.key)
  if ('see' in act) return page.getByRole('heading', { name: act.see }).waitFor()
  return page.getByRole('textbox', { name: act.into }).first().fill(act.text)
}
