import { expect, it } from 'vitest'
import { copiedForMs, createCopiedText, settledMs } from '../../../src/main/security/copied-text.ts'
import { ownClipboard } from '../../../src/main/electron/own-clipboard.ts'
import type { Clipboard } from 'electron'
import { carryOnly } from '../../../src/stand-in/not-carried.ts'

/** A computer with a clipboard, and a clock that the test moves. */
function desk() {
  let text = ''
  let nowMs = 0
  let isHeld = false
  const waiting = new Map<() => void, number>()
  const copiedText = createCopiedText({
    clipboard: {
      readText: async () => {
        if (isHeld) throw new Error('held by another program')
        return text
      },
      clear: () => {
        text = ''
      },
    },
    after(ms, act) {
      waiting.set(act, nowMs + ms)
      return () => void waiting.delete(act)
    },
  })
  const pass = async (ms: number) => {
    nowMs += ms
    for (const [act, atMs] of waiting) {
      if (atMs > nowMs) continue
      waiting.delete(act)
      act()
    }
    // What was begun reads the clipboard before it clears it.
    await new Promise(setImmediate)
  }
  return {
    copiedText,
    pass,
    read: () => text,
    hold: (held: boolean) => {
      isHeld = held
    },
    waits: () => waiting.size,
    copy: async (copied: string) => {
      text = copied
      const told = copiedText.copied()
      await pass(settledMs)
      await told
    },
    copyElsewhere: (copied: string) => {
      text = copied
    },
  }
}

it('what was copied is gone after 30 seconds, and not before', async () => {
  const { copy, pass, read } = desk()
  await copy('a sentence of a note')
  await pass(copiedForMs - 1)
  expect(read()).toBe('a sentence of a note')
  await pass(1)
  expect(read()).toBe('')
})

it('what another program has put there since is left alone', async () => {
  const { copy, copyElsewhere, pass, read, copiedText } = desk()
  await copy('a sentence of a note')
  copyElsewhere('a shopping list')
  await pass(copiedForMs)
  expect(read()).toBe('a shopping list')
  await copy('another sentence')
  copyElsewhere('a shopping list')
  await copiedText.clear()
  expect(read()).toBe('a shopping list')
})

it('a second copy begins the time anew, and one clearing is waited for', async () => {
  const { copy, pass, read, waits } = desk()
  await copy('one')
  await pass(20_000)
  await copy('two')
  expect(waits()).toBe(1)
  await pass(20_000)
  expect(read()).toBe('two')
  await pass(10_000)
  expect(read()).toBe('')
})

it('with the lock and at the end it goes at once, and once', async () => {
  const { copy, pass, read, waits, copiedText, copyElsewhere } = desk()
  await copy('a sentence of a note')
  await copiedText.clear()
  expect([read(), waits()]).toEqual(['', 0])
  copyElsewhere('a sentence of a note')
  await pass(copiedForMs)
  expect(read()).toBe('a sentence of a note')
})

it('a lock or the end in the instant of the copy waits for it, and clears it then', async () => {
  const { copyElsewhere, pass, read, waits, copiedText } = desk()
  void copiedText.copied()
  const cleared = copiedText.clear()
  // The page tells of it before the clipboard has it.
  copyElsewhere('a sentence of a note')
  await pass(settledMs)
  await cleared
  expect([read(), waits()]).toEqual(['', 0])
})

it('a copy that comes while the one before is just being taken away has its own time', async () => {
  const { copy, copyElsewhere, pass, read, copiedText } = desk()
  await copy('one')
  await pass(copiedForMs - settledMs / 2)
  void copiedText.copied()
  copyElsewhere('two')
  await pass(settledMs)
  expect(read()).toBe('two')
  await pass(copiedForMs)
  expect(read()).toBe('')
})

it('a clipboard that is held by another program is nothing to fall over', async () => {
  const { copy, hold, pass, read } = desk()
  await copy('a sentence of a note')
  hold(true)
  await pass(copiedForMs)
  hold(false)
  expect(read()).toBe('a sentence of a note')
  await copy('')
  await pass(copiedForMs)
  expect(read()).toBe('')
})

it('where the clipboard cannot be read, nothing is promised and nothing is cleared', async () => {
  const clipboard = ownClipboard(carryOnly<Clipboard>('clipboard', {}))
  expect(clipboard).toBeNull()
  const copiedText = createCopiedText({ clipboard, after: () => () => undefined })
  expect(copiedText.isCleared).toBe(false)
  await copiedText.copied()
  await copiedText.clear()
})
