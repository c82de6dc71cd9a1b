import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { BrowserContext } from 'playwright-core'
import { findChromium } from './find-chromium.ts'
import { offlineLauncher } from './offline-launcher.ts'

export interface Bounds {
  readonly width?: number
  readonly height?: number
  readonly x?: number
  readonly y?: number
}

export interface LaunchOptions {
  /** Chromium's profile; it must not exist yet. */
  readonly profile: string
  readonly switches: readonly string[]
  readonly window: { readonly url: string; readonly bounds: Bounds } | 'hidden'
}

/**
 * Whatever the app itself asks for, the browser that stands in keeps quiet: no request of its own, no name resolved,
 * no message box and no report of a crash.
 */
const quietly = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-crash-reporter',
  '--dns-prefetch-disable',
  '--no-pings',
  '--noerrdialogs',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Without a bar that complains of the switches above.
  '--test-type',
]

const isRefused = 2

/** A profile that remembers, suggests, checks and offers nothing. */
const preferences = {
  alternate_error_pages: { enabled: false },
  autofill: { credit_card_enabled: false, profile_enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  credentials_enable_service: false,
  hardware: { screen_capture_enabled: false },
  net: { network_prediction_options: isRefused },
  profile: {
    default_content_setting_values: {
      bluetooth_guard: isRefused,
      hid_guard: isRefused,
      serial_guard: isRefused,
      usb_guard: isRefused,
      file_system_read_guard: isRefused,
      file_system_write_guard: isRefused,
    },
    password_manager_enabled: false,
  },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  translate: { enabled: false },
}

/** As root Chromium has no sandbox to offer; for everyone else it stays on. */
export const isRoot = process.getuid?.() === 0

export function findOrFail(): string {
  const path = findChromium()
  if (path !== undefined) return path
  throw new Error(
    'No browser of the Chromium family was found. Install Chromium, Chrome or Edge and start again.',
  )
}

/** Now and then Chromium gets stuck at its start and never answers; slower than this it is on no machine. */
const answerWithinMs = 40_000

/** Starts a browser. One that does not answer in time is ended, and another one started in its place, once. */
export async function launchChromium(
  options: LaunchOptions,
  patienceMs = answerWithinMs,
): Promise<BrowserContext> {
  // Not before it is needed: it takes longer to load than everything else together.
  const { chromium, errors } = await import('playwright-core')
  const launch = (timeout: number) => {
    prepareProfile(options.profile)
    return chromium.launchPersistentContext(options.profile, { ...launchSettings(options), timeout })
  }
  return launch(patienceMs)
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error
      rmSync(options.profile, { recursive: true, force: true })
      return launch(answerWithinMs)
    })
    .catch((error: unknown) => {
      throw new Error(explain(error), { cause: error })
    })
}

function launchSettings({ profile, switches, window }: LaunchOptions) {
  return {
    executablePath: offlineLauncher(findOrFail(), profile),
    headless: window === 'hidden',
    viewport: null,
    chromiumSandbox: !isRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...quietly, ...switches, ...windowArguments(window)],
    env: environmentOf(profile),
    artifactsDir: join(profile, 'artifacts'),
    acceptDownloads: false,
    serviceWorkers: 'block' as const,
    // The app decides what a signal means.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  }
}

/** What Chromium itself said, out of all that is told about its start. */
function explain(error: unknown): string {
  const lines = stripVTControlCharacters(String(error)).matchAll(/\[err\] (.+)/g)
  const said = new Set(Array.from(lines, ([, line]) => line))
  return ['The browser could not be started.', ...[...said].slice(-4)].join('\n')
}

/** For another window of a browser that runs already: it hears of it by its profile's lock. */
export function anotherWindow(profile: string, url: string, bounds: Bounds): readonly string[] {
  return [
    `--user-data-dir=${profile}`,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...quietly,
    ...windowArguments({ url, bounds }),
  ]
}

/** What Chromium writes besides its profile goes where that is wiped from; dumps of a crash hold what it knew. */
export function environmentOf(profile: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const temporary = join(profile, 'tmp')
  const own = { BREAKPAD_DUMP_LOCATION: temporary, XDG_CACHE_HOME: temporary }
  // Elsewhere the path would be longer than a socket's may be.
  const forLinux: Record<string, string> = process.platform === 'linux' ? { TMPDIR: temporary } : {}
  return { ...Object.fromEntries(inherited), ...own, ...forLinux }
}

function windowArguments(window: LaunchOptions['window']): readonly string[] {
  if (window === 'hidden') return []
  const { url, bounds } = window
  const { width = 800, height = 600, x, y } = bounds
  const position = x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`]
  return [`--app=${url}`, `--window-size=${width},${height}`, ...position]
}

function prepareProfile(profile: string): void {
  const user = join(profile, 'Default')
  for (const folder of [user, join(profile, 'tmp'), join(profile, 'artifacts')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  writeFileSync(join(user, 'Preferences'), JSON.stringify(preferences), { mode: 0o600 })
  // Where Chromium would keep what was typed into forms, to restore them after a crash: it cannot with a file there.
  writeFileSync(join(user, 'Sessions'), '', { mode: 0o400 })
}
