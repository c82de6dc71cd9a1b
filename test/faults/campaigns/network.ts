/* oxlint-disable no-await-in-loop -- one run after the other */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import type { Campaign, Order } from './campaign.ts'

const root = join(import.meta.dirname, '../../..')
const calls = 'socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg,clone,clone3,execve'
// As root a network of one's own can be had as it is; anyone else needs a user namespace around it.
const alone = [
  'unshare',
  ...(process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--net']),
  '--',
]
const traced = ['strace', '-f', '-qq', '-yy', '--seccomp-bpf', '-e', `trace=${calls}`]
const whyNot = findWhyNot()

/**
 * The whole demonstration, from the first run to the PDF, in a network that has no interface, and under a trace of every call
 * to the system about sockets: Node, the core and the driver make none of an internet family, and the browser connects none.
 */
export const networkCampaign: Campaign = {
  name: 'network',
  shortRuns: whyNot === null ? 1 : 0,
  fullRuns: 2,
  whyNot,
  async run(order) {
    if (whyNot !== null) return
    for (let run = 0; run < order.runs; run += 1) {
      await demonstrate(order)
      order.onRun()
    }
  },
}

function findWhyNot(): string | null {
  if (process.platform !== 'linux') return 'only Linux has networks without an interface'
  if (spawnSync('unshare', [...alone.slice(1), 'true']).status !== 0)
    return 'this user may not make a network of its own'
  if (spawnSync('strace', [...traced.slice(1), '-o', '/dev/null', 'true']).status !== 0)
    return 'strace is not on this computer, or may not trace'
  return findChromium() === undefined ? 'there is no browser for the window' : null
}

async function demonstrate({ onFinding }: Order): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-network-'))
  try {
    const trace = join(home, 'trace')
    const demo = [process.execPath, join(root, 'scripts/demo.ts'), '--out', join(home, 'out')]
    const [program = '', ...rest] = [...alone, ...traced, '-o', trace, ...demo]
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.resume()
    const [code] = await once(child, 'exit')
    if (code !== 0) onFinding('crashes', `the demonstration ended with ${code}`)
    judge(readFileSync(trace, 'utf8').split('\n'), onFinding)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const isInet = /AF_INET|<(?:TCP|UDP|RAW)/
/** Chromium asks Linux whether there is a way to an address, by a socket through which nothing is sent. */
const isRouteLookup =
  /^\d+ +(?:socket\(AF_INET6?, SOCK_DGRAM\b|connect\(\d+<UDP|<\.\.\. (?:socket|connect) resumed>.*<UDP)/
const refused = / = -1 (?:ENETUNREACH|EADDRNOTAVAIL|EINPROGRESS)/

function judge(lines: readonly string[], onFinding: Order['onFinding']): void {
  const browser = browserThreads(lines)
  if (!lines.some((line) => line.includes('<UNIX'))) onFinding('crashes', 'nothing was traced')
  if (browser.size === 0) onFinding('crashes', 'no browser was traced')
  for (const line of lines.filter((one) => isInet.test(one))) {
    if (!browser.has(threadOf(line)))
      onFinding('wrongAnswers', 'a socket of the internet outside of the browser')
    else if (!isRouteLookup.test(line)) onFinding('wrongAnswers', 'the browser uses a socket of the internet')
    else if (/connect/.test(line) && !refused.test(line) && / = 0/.test(line))
      onFinding('wrongAnswers', 'the browser has found a way to the internet')
  }
}

/** The threads and processes that come of one which became the browser. */
function browserThreads(lines: readonly string[]): ReadonlySet<string> {
  const browser = new Set<string>()
  for (const line of lines) {
    const own = threadOf(line)
    if (/ execve\("[^"]*chrom[^"]*"/i.test(line)) browser.add(own)
    const child = /(?:clone3?\(|<\.\.\. clone3? resumed>).* = (\d+)/.exec(line)?.[1]
    if (child !== undefined && browser.has(own)) browser.add(child)
  }
  return browser
}

function threadOf(line: string): string {
  return line.slice(0, line.indexOf(' '))
}
