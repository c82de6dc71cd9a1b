/* oxlint-disable no-await-in-loop -- one run after the other */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../../src/stand-in/find-chromium.ts'
import type { Campaign, Order } from './campaign.ts'
import { judgeSockets, traced } from './network/judge-sockets.ts'

const root = join(import.meta.dirname, '../../..')
// As root a network of one's own can be had as it is; anyone else needs a user namespace around it.
const alone = [
  'unshare',
  ...(process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-current-user', '--net']),
  '--',
]
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
    judgeSockets(readFileSync(trace, 'utf8').split('\n'), onFinding)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
