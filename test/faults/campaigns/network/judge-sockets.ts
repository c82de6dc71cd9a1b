import type { Order } from '../campaign.ts'

const calls = 'socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg,clone,clone3,execve'
/** What a program is started under, so that every call about sockets is written down; `-o` and a file follow. */
export const traced = ['strace', '-f', '-qq', '-yy', '--seccomp-bpf', '-e', `trace=${calls}`] as const

const isInet = /AF_INET|<(?:TCP|UDP|RAW)/
/** Chromium asks Linux whether there is a way to an address, by a socket through which nothing is sent. */
const isRouteLookup =
  /^\d+ +(?:socket\(AF_INET6?, SOCK_DGRAM\b|connect\(\d+<UDP|<\.\.\. (?:socket|connect) resumed>.*<UDP)/
const refused = / = -1 (?:ENETUNREACH|EADDRNOTAVAIL|EINPROGRESS)/

/** Tells what the lines of such a trace should not say: of Node and the core any socket of the internet, of the browser one in use. */
export function judgeSockets(lines: readonly string[], onFinding: Order['onFinding']): void {
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
