import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { protectPdf } from '../../src/main/documents/protect-pdf.ts'
import { findChromium } from '../../src/stand-in/find-chromium.ts'
import { openDocumentPrinter } from '../support/print-documents.ts'
import { createSearch } from './campaigns/leak/search.ts'
import { traceFiles, whyNotTraced } from './campaigns/leak/trace-files.ts'
import { passwordsOf } from './campaigns/leak/words.ts'
import { judgeSockets, traced } from './campaigns/network/judge-sockets.ts'

// What the campaigns would say of a console that did what no console may: small programs do it in its place.
const whyNot = whyNotTraced()
const words = { record: 'qvgwfqbhqwgbfjg', private: 'bdvwzgzkxcqhjfw', short: 'hcxzkq' }
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function runUnder(under: readonly string[], program: string): Promise<void> {
  const [first, ...rest] = [...under, process.execPath, '--input-type=module', '-e', program, home]
  const env = { ...process.env, UV_USE_IO_URING: '0' }
  await once(spawn(first, rest, { env, stdio: 'ignore' }), 'exit')
}

/** What the search of `leak` says of a program: how, without where in the bytes. */
async function searchAfter(program: string): Promise<readonly string[]> {
  const { under, trace, ended } = traceFiles(home)
  await runUnder(under, `import * as fs from 'node:fs'; import * as zlib from 'node:zlib'; ${program}`)
  await ended
  const found: string[] = []
  const onFinding = (_: string, told: string) =>
    found.push(told.replace(/^a file \(\w+\) | at byte \d+$/g, ''))
  const search = createSearch({ words, trace, documents: join(home, 'exports'), onFinding })
  await search.lookAt('after the end', [])
  await search.lookAtWrites()
  return found
}

const file = `const home = process.argv[1]; const file = home + '/some.db'`
const text = `Worry ${words.private} again`

const leaks = [
  ['a text in a database', `fs.writeFileSync(file, '${text}')`, 'after the end: UTF-8'],
  ['a line in a log', `fs.appendFileSync(file, 'at 12:00 ${words.short}\\n')`, 'after the end: plain'],
  [
    'a file that is gone again',
    `fs.writeFileSync(file, '${text}'); fs.rmSync(file)`,
    'as it was written: UTF-8',
  ],
  [
    'a file that was written over',
    `fs.writeFileSync(file, '${text}'); fs.writeFileSync(file, ' '.repeat(99))`,
    'as it was written: UTF-8',
  ],
  ['UTF-16', `fs.writeFileSync(file, Buffer.from('${text}', 'utf16le'))`, 'after the end: UTF-16LE'],
  ['Base64', `fs.writeFileSync(file, Buffer.from('${text}').toString('base64'))`, 'after the end: base64'],
  [
    'a compressed file',
    `fs.writeFileSync(file, zlib.gzipSync('${text} '.repeat(3) + home.repeat(40)))`,
    'after the end: deflate',
  ],
  [
    'the name of a file',
    `fs.writeFileSync(home + '/${words.private}.txt', 'nothing')`,
    'a word stands in a file name',
  ],
  [
    'a name that a file had before',
    `fs.writeFileSync(home + '/${words.record}', ''); fs.renameSync(home + '/${words.record}', file)`,
    'a word stands in a file name',
  ],
  [
    'a private text in a paper',
    `fs.mkdirSync(home + '/exports'); fs.writeFileSync(home + '/exports/a.pdf', '${text}')`,
    'after the end: UTF-8',
  ],
] as const

it.for(leaks)('the search for leaks finds %s', async ([, program, told], { skip }) => {
  if (whyNot !== null) skip(whyNot)
  const found = await searchAfter(`${file}; ${program}`)
  expect(
    found.some((one) => one.startsWith(told)),
    found.join('\n'),
  ).toBe(true)
})

it('the search for leaks lets a paper made on purpose hold the record’s words', async ({ skip }) => {
  if (whyNot !== null) skip(whyNot)
  const program = `fs.mkdirSync(home + '/exports'); fs.writeFileSync(home + '/exports/a.pdf', '${words.record}')`
  expect(await searchAfter(`${file}; ${program}`)).toEqual([])
})

// What a paper says is no text in its bytes: it is printed as the console prints, and read as whoever gets it reads it.
const whyNoPapers = whyNot ?? (findChromium() === undefined ? 'there is no browser to print with' : null)
const [password = ''] = passwordsOf(words)
const spoken = `Worry ${words.private} again`

const papers = [
  ['a private word on a page', `<p>${spoken}</p>`, null, ['what a paper says']],
  ['one in capitals', `<h1>${spoken.toUpperCase()}</h1>`, null, ['what a paper says']],
  [
    'one that a line breaks',
    `<p>${spoken.slice(0, 12)}<br>${spoken.slice(12)}</p>`,
    null,
    ['what a paper says'],
  ],
  [
    'one that a screen reader is told',
    `<div role="img" aria-label="${spoken}">.</div>`,
    null,
    ['what a paper says', 'UTF-8'],
  ],
  ['one under a password', `<p>${spoken}</p>`, password, ['what a paper says']],
  ['a password that nobody has', '<p>.</p>', 'quiet river 42', ['a paper that nobody can open']],
  ['the record’s words, which may stand there', `<p>Seen ${words.record}, ${words.short}</p>`, null, []],
] as const

it.for(papers)('the search for leaks reads papers: %s', async ([, body, secret, told], { skip }) => {
  if (whyNoPapers !== null) skip(whyNoPapers)
  const printer = await openDocumentPrinter()
  const document = { title: 'Paper of a group session', bodyHtml: body, footerHtml: '<div>.</div>' }
  const printed = await printer.print(document, 'A4').finally(() => printer.close())
  const bytes = secret === null ? printed : await protectPdf(printed, secret)
  writeFileSync(join(home, 'printed'), bytes)
  const program = `fs.mkdirSync(home + '/exports'); fs.writeFileSync(home + '/exports/a.pdf', fs.readFileSync(home + '/printed'))`
  const found = await searchAfter(`${file}; ${program}`)
  expect(new Set(found.map((one) => one.replace(/^.*: /, '')))).toEqual(new Set(told))
})

const sockets = [
  [
    'UDP',
    `import dgram from 'node:dgram'; dgram.createSocket('udp4').bind(0, '127.0.0.1', function () { this.close() })`,
  ],
  ['TCP', `import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {})`],
  [
    'a port that listens',
    `import net from 'node:net'; net.createServer().listen(0, '127.0.0.1', function () { this.close() })`,
  ],
] as const

it.for(sockets)('the trace of sockets tells %s outside of the browser', async ([, program], { skip }) => {
  if (whyNot !== null) skip(whyNot)
  const trace = join(home, 'trace')
  await runUnder([...traced, '-o', trace], program)
  const found: string[] = []
  judgeSockets(readFileSync(trace, 'utf8').split('\n'), (_, told) => found.push(told))
  expect(found).toContain('a socket of the internet outside of the browser')
})
