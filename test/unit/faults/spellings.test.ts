import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { findWords } from '../../faults/campaigns/leak/spellings.ts'

const word = 'qvgwfqbhqwgbfjg'
// As much around it as a page of somebody's notes has, and some of it again and again, as texts do.
const page = Array.from({ length: 60 }, (_, line) => `Line ${line} of what was said on Tuesday.`).join('\n')
const text = `${page}\nWorry ${word} again.\n${page}`
const utf16 = Buffer.from(text, 'utf16le')
/** Behind bytes that mean nothing, as in a file of somebody else's making. */
const behind = (bytes: Uint8Array) => Buffer.concat([Buffer.alloc(1_001, 0x5a), bytes, Buffer.alloc(99, 7)])

it.for([
  ['UTF-8', Buffer.from(text)],
  ['UTF-16LE', utf16],
  ['UTF-16BE', Buffer.from(utf16).swap16()],
  ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
  ['hexadecimal, in capitals', Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
  ['UTF-16 in hexadecimal', Buffer.from(Buffer.from(utf16).swap16().toString('hex'))],
  ['base64', Buffer.from(Buffer.from(text).toString('base64'))],
  ['base64, one further', Buffer.from(Buffer.from(`a${text}`).toString('base64'))],
  ['base64, two further', Buffer.from(Buffer.from(`ab${text}`).toString('base64'))],
  ['base64url', Buffer.from(Buffer.from(text).toString('base64url'))],
  ['raw deflate', deflateRawSync(text)],
  ['zlib', deflateSync(text)],
  ['gzip', gzipSync(text)],
  ['deflate with fixed codes', deflateRawSync(text, { strategy: constants.Z_FIXED })],
  ['deflate that is stored', deflateRawSync(text, { level: 0 })],
  ['deflated UTF-16', deflateRawSync(utf16)],
  ['deflated base64', deflateSync(Buffer.from(text).toString('base64'))],
] as const)('finds a word in %s', ([, bytes]) => {
  expect(findWords([word], behind(bytes))).not.toEqual([])
})

it('finds nothing where another word stands', () => {
  expect(findWords([word], behind(gzipSync(text.replace(word, 'zzzzzzzzzzzzzzz'))))).toEqual([])
})
