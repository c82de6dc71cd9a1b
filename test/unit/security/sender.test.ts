import { expect, test } from 'vitest'
import { isTrustedSender, type SenderFrame } from '../../../src/main/security/sender.ts'

const mainFrame: SenderFrame = { parent: null, origin: 'app://console' }

test('the main frame of our window, on our page, is trusted', () => {
  expect(isTrustedSender(mainFrame, mainFrame)).toBe(true)
})

const elsewhere = (origin: string): [SenderFrame, SenderFrame] => {
  const frame = { parent: null, origin }
  return [frame, frame]
}
const child: SenderFrame = { parent: mainFrame, origin: 'app://console' }
const gone: SenderFrame = {
  parent: null,
  get origin(): string {
    throw new Error('Render frame was disposed')
  },
}

test.each<[string, SenderFrame | null, SenderFrame | null]>([
  ['a frame that is gone', null, mainFrame],
  ['a frame that is gone, of a window that is gone', null, null],
  ['a window that is gone', mainFrame, null],
  ['a frame that was disposed of', gone, gone],
  ['a child frame', child, mainFrame],
  ['a child frame taken for the main frame', child, child],
  ['the main frame of another window', { ...mainFrame }, mainFrame],
  ['an empty origin', ...elsewhere('')],
  ['an opaque origin', ...elsewhere('null')],
  ['another host', ...elsewhere('app://console.evil')],
  ['another scheme', ...elsewhere('https://console')],
  ['a file', ...elsewhere('file://')],
  ['a URL in place of an origin', ...elsewhere('app://console/')],
])('%s is not trusted', (_who, frame, main) => {
  expect(isTrustedSender(frame, main)).toBe(false)
})
