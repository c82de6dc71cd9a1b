import { describe, expect, it, vi } from 'vitest'
import { createPageAtLock } from '../../../src/main/electron/page-at-lock.ts'

function createVault() {
  let isOpen = true
  const beginAnew = vi.fn<() => void>()
  const page = createPageAtLock({ isOpen: () => isOpen, beginAnew })
  return {
    page,
    beginAnew,
    /** The core says so, as it does right before it answers. */
    turn: (isOpenNow: boolean) => {
      const wasOpen = isOpen
      isOpen = isOpenNow
      page.heard(wasOpen)
    },
    stop: () => {
      page.lost()
      isOpen = false
    },
  }
}

describe('the page of a console that is locked', () => {
  it('goes when the lock is asked for, once, and stays gone until the core has answered', async () => {
    const { page, beginAnew, turn } = createVault()
    const answered = Promise.withResolvers<null>()
    page.asked(answered.promise)
    expect(beginAnew).toHaveBeenCalledTimes(1)
    // The computer sleeps meanwhile.
    page.asked(answered.promise)
    turn(false)
    answered.resolve(null)
    await answered.promise
    expect(beginAnew).toHaveBeenCalledTimes(1)
  })

  it('goes with the core’s word where nobody asked, as after five wrong tries', () => {
    const { beginAnew, turn } = createVault()
    turn(false)
    expect(beginAnew).toHaveBeenCalledTimes(1)
  })

  it('goes anew with every lock', async () => {
    const { page, beginAnew, turn } = createVault()
    for (const count of [1, 2, 3]) {
      turn(true)
      const answered = Promise.resolve()
      page.asked(answered)
      turn(false)
      // oxlint-disable-next-line no-await-in-loop -- one lock after the other
      await answered.then(() => null)
      expect(beginAnew).toHaveBeenCalledTimes(count)
    }
  })

  it('stays when the core has stopped, so that what was not saved can be copied, and goes once the lock is asked for', () => {
    const { page, beginAnew, stop } = createVault()
    stop()
    expect(beginAnew).not.toHaveBeenCalled()
    page.asked(Promise.resolve())
    expect(beginAnew).toHaveBeenCalledTimes(1)
    page.asked(Promise.resolve())
    expect(beginAnew).toHaveBeenCalledTimes(1)
  })

  it('stays where no vault is open', () => {
    const { page, beginAnew, turn } = createVault()
    turn(false)
    page.asked(Promise.resolve())
    turn(false)
    expect(beginAnew).toHaveBeenCalledTimes(1)
  })
})
