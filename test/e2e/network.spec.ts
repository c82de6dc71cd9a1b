import { once } from 'node:events'
import { createServer } from 'node:net'
import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { addMember, createGroup, createVault, lock, prepareSession } from '../support/drive.ts'
import {
  endNow,
  everyoneArrives,
  exportSummary,
  openDebrief,
  privateNote,
  recordNote,
  start,
} from '../support/drive-live.ts'
import { inetSocketsOf } from '../support/inet-sockets.ts'
import { familyOf } from '../support/launch.ts'
import { traceSockets, type Trace } from '../support/trace-calls.ts'
import { expect, test } from './fixtures.ts'

const author = { name: 'Dana Reyes', passphrase: 'quiet harbour winter lantern' }
const group = { name: 'Evening circle', part2: 'part2' } as const

function isInet(line: string): boolean {
  return /AF_INET|<(?:TCP|UDP|RAW)/.test(line)
}

/** Chromium asks Linux whether there is a way to an address of IPv6, by a socket through which nothing is sent. */
function isRouteLookup(line: string): boolean {
  return /^\d+ +(?:socket\(AF_INET6?, SOCK_DGRAM\b|connect\(\d+<UDP|<\.\.\. (?:socket|connect) resumed>.*<UDP)/.test(
    line,
  )
}

/** From an empty folder to a document, with a word after each step. */
async function runSession(page: Page, after: (step: string) => void): Promise<void> {
  await createVault(page, author)
  after('the vault is made')
  await createGroup(page, group)
  await addMember(page, { name: 'Ana' })
  after('the group is made')
  await prepareSession(page, { group: group.name, topic: 'Evenings' })
  await everyoneArrives(page)
  await start(page)
  after('the session runs')
  await recordNote(page, 'Spoke about the weekend')
  await privateNote(page, 'Ask about sleep')
  after('notes are kept')
  await endNow(page)
  await openDebrief(page)
  after('the session has ended')
  await exportSummary(page)
  after('a document is written')
  await lock(page)
  after('the vault is locked')
}

// The second test tells of the run of the first.
test.describe.configure({ mode: 'serial' })
let trace: Trace | null = null
let reason = 'the session was not run'

test('the window asks its own origin for everything, and no process has a socket of the internet', async ({
  page,
  console: app,
  userDataDir,
}) => {
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('websocket', (socket) => requests.push(socket.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', ({ name }) => complaints.push(name))
  const origin = new URL(page.url()).origin
  await page.reload()
  const pid = app.process.pid ?? 0
  const tracer = await traceSockets(pid, join(userDataDir, 'trace'))
  const canLook = process.platform === 'linux'
  let looks = 0
  await runSession(page, (step) => {
    if (!canLook) return
    const family = familyOf(pid)
    // Node, Chromium, and Chromium's children.
    expect(family.length).toBeGreaterThan(3)
    expect([step, inetSocketsOf(family)]).toEqual([step, []])
    looks += 1
  })
  if (typeof tracer === 'string') reason = tracer
  else trace = await tracer.stop()
  expect(looks).toBe(canLook ? 7 : 0)
  expect(requests.length).toBeGreaterThan(3)
  expect(requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:,'))).toEqual([])
  const told = (await app.asked())
    .filter(({ what }) => what === 'request')
    .map(({ args: [url] }) => String(url))
  expect(told.filter((url) => !url.startsWith('app://console/'))).toEqual([])
  // A page that its own policy had to stop would have said so here.
  expect(complaints).toEqual([])
})

test('the browser is in a network that has no interface', async ({ console: app }) => {
  const pid = app.process.pid ?? 0
  const own = networkOf(pid)
  const others = familyOf(pid)
    .flatMap((one) => networkOf(one) ?? [])
    .filter(({ id }) => id !== own?.id)
  expect(own).not.toBeNull()
  test.skip(others.length === 0, 'Linux gives this user no network namespace')
  for (const { interfaces } of others) expect(interfaces).toEqual(['lo'])
})

interface Network {
  readonly id: string
  readonly interfaces: readonly string[]
}

/** Chromium starts helpers that end at once: a process that has ended since it was listed is in no network. */
function networkOf(pid: number): Network | null {
  try {
    const table = readFileSync(`/proc/${pid}/net/dev`, 'utf8')
    return {
      id: readlinkSync(`/proc/${pid}/ns/net`),
      interfaces: Array.from(table.matchAll(/^\s*(\S+):/gm), ([, name]) => name ?? ''),
    }
  } catch {
    return null
  }
}

test('nothing is sent to the internet, not a byte', () => {
  test.skip(trace === null, reason)
  const { lines, own } = trace ?? { lines: [], own: [] }
  expect(lines.some((line) => line.includes('<UNIX'))).toBe(true)
  // The program and its core do not even make such a socket.
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(isInet)).toEqual([])
  expect(lines.filter((line) => isInet(line) && !isRouteLookup(line))).toEqual([])
})

test('the look at sockets sees a socket', async () => {
  test.skip(process.platform !== 'linux', 'only Linux lists the sockets of a process as files')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  expect(inetSocketsOf([process.pid]).filter(({ isListening }) => isListening)).toHaveLength(1)
  server.close()
  await once(server, 'close')
  expect(inetSocketsOf([process.pid]).filter(({ isListening }) => isListening)).toEqual([])
})
