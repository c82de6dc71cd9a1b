import type { Page } from 'playwright-core'
import { usedHeapBytes } from './window.ts'

/** By how many bytes the window's heap grew over calls without events, and over as many events. */
export async function growHeap(
  page: Page,
  count: number,
): Promise<{ readonly echoBytes: number; readonly eventBytes: number }> {
  // The first calls of each kind make what is made once.
  await page.evaluate(echoMany, 100)
  await page.evaluate(tapMany, 100)
  const atFirst = await usedHeapBytes(page)
  await page.evaluate(echoMany, count)
  const afterEchoes = await usedHeapBytes(page)
  await page.evaluate(tapMany, count)
  const afterEvents = await usedHeapBytes(page)
  return { echoBytes: afterEchoes - atFirst, eventBytes: afterEvents - afterEchoes }
}

// Runs in the page.
async function echoMany(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await window.api.invoke('preferences.read', {})
  }
}

// Runs in the page. The session that the window shows hears of each event as of any other: by a push.
async function tapMany(count: number): Promise<void> {
  const list = await window.api.invoke('session.current', {})
  const roster = await window.api.invoke('roster.read', {})
  if (!list.ok || !roster.ok) throw new Error('the vault is locked')
  const sessionId = list.value.find(({ stage }) => stage === 'running')?.sessionId
  const people = roster.value.members
  if (sessionId === undefined) throw new Error('no session is running')
  for (let done = 0; done < count; done += 1) {
    const person = people[(done >> 1) % people.length]
    if (person === undefined) throw new Error('nobody is here')
    const type = done % 2 === 0 ? 'give-floor' : 'release-floor'
    // oxlint-disable-next-line no-await-in-loop
    const answer = await window.api.invoke('session.act', {
      sessionId,
      command: { type, personId: person.id },
    })
    if (!answer.ok) throw new Error(answer.error.code)
  }
}
