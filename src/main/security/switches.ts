import type { Surroundings } from './surroundings.ts'

/** A switch of Chromium's command line and its value. */
export type Switch = readonly [name: string, value?: string]

/**
 * Keeps Chromium itself off the network, whatever a page asks: no name resolves, and its own services stay off.
 * https://www.electronjs.org/docs/latest/api/command-line-switches
 */
export function quietSwitches({ devServer }: Surroundings): readonly Switch[] {
  const exception = devServer === null ? '' : ', EXCLUDE localhost'
  return [
    ['host-resolver-rules', `MAP * ~NOTFOUND${exception}`],
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['no-pings'],
    ['disable-http-cache'],
    // Peer connections would go around the request filter.
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ]
}

const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
]

/** Whoever can attach a debugger reads everything that is on the screen, so a packaged console does not start with one. */
export function asksForDebugger(isPackaged: boolean, hasSwitch: (name: string) => boolean): boolean {
  return isPackaged && debuggingSwitches.some((name) => hasSwitch(name))
}
