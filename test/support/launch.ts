import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { on, once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import {
  _electron,
  chromium,
  type Browser,
  type BrowserContext,
  type ElectronApplication,
  type Page,
} from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')
const builtEntry = join(root, 'out/main/index.js')

/** What the core's clocks show until they are set again. */
export interface ClockReading {
  readonly wallMs: number
  /** Stands still in sleep. */
  readonly monoMs: number
  /** Since the computer was switched on, sleep included; as `monoMs` when it never slept. */
  readonly uptimeMs?: number
}

/** One call that the app made on `electron`, or one answer of its policies. Functions arrive as '[function]'. */
export interface Asked {
  readonly what: string
  readonly args: readonly unknown[]
}

export interface LaunchOptions {
  readonly userDataDir: string
  /** Simulates the core's time from its very start. Without it the time is real. */
  readonly clock?: ClockReading
  readonly args?: readonly string[]
  /** Another app than the console. */
  readonly entry?: string
  readonly env?: Readonly<Record<string, string>>
  /** The file of a desktop's key store (`key-store.mjs`). Without it the computer has none. */
  readonly keyStorePath?: string
  /** The file of a clipboard (`clipboard.mjs`). Without it main has none. */
  readonly clipboardPath?: string
  /** A program, with its arguments, that becomes the console once it has made ready what the console is to run in. */
  readonly under?: readonly string[]
}

export interface LaunchedConsole {
  /** The console's window. */
  readonly page: Page
  readonly process: ChildProcess
  asked(): Promise<readonly Asked[]>
  /** The browser of the last window that was made hidden, for printing; null when there was none. */
  printer(): Promise<Browser | null>
  /** Resolves when the core and the window know. */
  setClock(reading: ClockReading): Promise<void>
  /** As `kill -9` of every process of the console's. */
  kill(): Promise<void>
  /** As if the system ended it; answers the exit code. */
  close(): Promise<number | null>
  /** All that it has written to its standard error so far, once it has ended. */
  readonly stderr: Promise<string>
}

/** Starts the built console on the stand-in for Electron. */
export async function launchConsole(options: LaunchOptions): Promise<LaunchedConsole> {
  const child = spawnConsole(options)
  const stderr = child.stderr ? text(child.stderr) : Promise.resolve('')
  if (options.clock) await setClock(child, options.clock)
  const endpoint = await endpointOf(child, stderr)
  const browser = await chromium.connect(endpoint)
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser shows no pages')
  const page = await pageOf(context).catch(async (error: unknown) => {
    const ended = child.exitCode ?? child.signalCode
    await killAll(child)
    throw new Error(`The console showed no page, ended with ${ended}:\n${await stderr}`, { cause: error })
  })
  return {
    page,
    process: child,
    stderr,
    asked: async () => (await ask(child, { type: 'asked' }, 'asked')).asked ?? [],
    async printer() {
      const told = await ask(child, { type: 'printer' }, 'printer')
      return told.endpoint === undefined ? null : chromium.connect(told.endpoint)
    },
    async setClock(reading) {
      await setClock(child, reading)
      await tellWindow(page)
    },
    kill: () => killAll(child),
    close: () => closeGently(child),
  }
}

async function pageOf(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL((url) => url.protocol === 'https:')
  return page
}

/** Starts it without waiting for a window: for starts that are to fail. */
export function spawnConsole({
  userDataDir,
  clock,
  args = [],
  entry = builtEntry,
  env = {},
  under = [],
  keyStorePath,
  clipboardPath,
}: LaunchOptions): ChildProcess {
  const preloads = [
    join(root, 'src/stand-in/register.ts'),
    join(import.meta.dirname, 'stand-in-probe.mjs'),
    ...(clock ? [join(import.meta.dirname, 'simulated-clock.mjs')] : []),
    ...(keyStorePath === undefined ? [] : [join(import.meta.dirname, 'key-store.mjs')]),
    ...(clipboardPath === undefined ? [] : [join(import.meta.dirname, 'clipboard.mjs')]),
  ]
  const imports = preloads.flatMap((path) => ['--import', path])
  const words = [...under, process.execPath, ...imports, entry, `--user-data-dir=${userDataDir}`, ...args]
  const [program = process.execPath, ...rest] = words
  return spawn(program, rest, {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      ...(keyStorePath === undefined ? {} : { TEST_KEY_STORE: keyStorePath }),
      ...(clipboardPath === undefined ? {} : { TEST_CLIPBOARD: clipboardPath }),
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
}

interface Told {
  readonly type: string
  readonly endpoint?: string
  readonly asked?: readonly Asked[]
}

/** The next message of a type; fails when the process ends before it comes. */
async function hear(child: ChildProcess, type: string): Promise<Told> {
  const ended = new AbortController()
  const end = (): void => ended.abort(new Error(`The console ended before it told '${type}'`))
  child.once('exit', end)
  if (child.exitCode !== null) end()
  try {
    for await (const [message] of on(child, 'message', { signal: ended.signal })) {
      const told: Told = message
      if (told.type === type) return told
    }
  } finally {
    child.off('exit', end)
  }
  throw ended.signal.reason
}

async function ask(child: ChildProcess, question: object, answerType: string): Promise<Told> {
  const answer = hear(child, answerType)
  child.send(question)
  return answer
}

async function setClock(child: ChildProcess, reading: ClockReading): Promise<void> {
  await ask(child, { type: 'clock', ...reading }, 'clock-set')
}

// A window counts on by itself and would hear of the jump with the next beat, within five seconds: too late for one that is
// driven faster than a hand could. The answer to this call comes with the time.
async function tellWindow(page: Page): Promise<void> {
  try {
    await page.evaluate(() => Reflect.get(globalThis, 'api')?.invoke('vault.access', {}))
  } catch (error) {
    // The page that comes in its place asks by itself.
    const isGone = error instanceof Error && /closed|destroyed|navigation/.test(error.message)
    if (!isGone) throw error
  }
}

async function endpointOf(child: ChildProcess, stderr: Promise<string>): Promise<string> {
  try {
    return (await hear(child, 'browser')).endpoint ?? ''
  } catch (error) {
    throw new Error(`The console did not start:\n${await stderr}`, { cause: error })
  }
}

async function closeGently(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return child.exitCode
}

async function killAll(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  for (const pid of familyOf(child.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with its parent.
    }
  }
  await ended
}

/** The process and all that it has started, youngest last. */
export function familyOf(pid: number): readonly number[] {
  const table = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const childrenOf = (parent: number): readonly number[] =>
    rows.flatMap(([own, above]) => (above === parent && own !== undefined ? [own, ...childrenOf(own)] : []))
  return [pid, ...childrenOf(pid)]
}

/** The processes of the console's core, by what the stand-in has put into each: one, or two for an instant at the lock. */
export function coresOf(pid: number): readonly number[] {
  return familyOf(pid).filter((one) => commandOf(one).includes('parent-port'))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It ended meanwhile.
    return ''
  }
}

/** Where Electron's binary is, if it is on this computer: importing `electron` in plain Node would try to fetch it. */
export function electronBinaryPath(): string | undefined {
  const folder = dirname(join(root, 'node_modules/electron/package.json'))
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile) && override === undefined) return undefined
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const path = join(override ?? join(folder, 'dist'), name)
  return existsSync(path) ? path : undefined
}

/** Starts the built console in Electron itself. Only where {@link electronBinaryPath} has found one. */
export async function launchInElectron({
  userDataDir,
  args = [],
}: LaunchOptions): Promise<{ app: ElectronApplication; page: Page }> {
  const executablePath = electronBinaryPath()
  if (executablePath === undefined) throw new Error("Electron's binary is not on this computer")
  const app = await _electron.launch({
    executablePath,
    args: [builtEntry, `--user-data-dir=${userDataDir}`, ...args],
  })
  return { app, page: await app.firstWindow() }
}
