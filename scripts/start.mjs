// `npm start`: makes ready, then runs the built console in Electron, or on the stand-in where its binary cannot be had.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMain, say, setUp } from './setup.mjs'

/** A computer that cannot reach Electron's releases is told apart from one that can within this time. */
const reachPatienceMs = 1500

function findElectron(folder) {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

/** Electron comes without its binary, which its own installer fetches once. */
async function fetchElectron(folder, node) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!(await isReachable(version))) return undefined
  say("Fetching Electron's binary (once) …")
  spawnSync(node, [join(folder, 'install.js')], { stdio: 'ignore' })
  return findElectron(folder)
}

async function isReachable(version) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror: mirror } = process.env
  const releases = ELECTRON_MIRROR ?? mirror ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const signal = AbortSignal.timeout(reachPatienceMs)
    const response = await fetch(`${releases}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      redirect: 'manual',
      signal,
    })
    return response.status < 400
  } catch {
    return false
  }
}

/** As root Chromium refuses to start with its sandbox. */
function rootSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

await runMain(async () => {
  const { root, node } = await setUp(['install', 'build'])
  const entry = join(root, 'out/main/index.js')
  const folder = join(root, 'node_modules/electron')
  const electron = findElectron(folder) ?? (await fetchElectron(folder, node))
  const { browser, env } = await setUp(electron ? ['display'] : ['chromium', 'display'])
  const [command, ...args] = electron
    ? [electron, ...rootSwitches(), entry]
    : [node, '--import', join(root, 'src/stand-in/register.ts'), entry]
  say(
    electron
      ? 'Running in Electron.'
      : `Running on the stand-in for Electron, whose binary is not to be had here; ${browser} shows the window.`,
  )
  const child = spawn(command, [...args, ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })
})
process.exit()
