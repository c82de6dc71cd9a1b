import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

interface Package {
  readonly name: string
  readonly productName?: string
  readonly version: string
}

export interface AppPaths {
  readonly appPath: string
  readonly version: string
  name: string
  get(name: string): string
  set(name: string, path: string): void
}

/** Where an app's things are, by Electron's rules: https://www.electronjs.org/docs/latest/api/app#appgetpathname */
export function createAppPaths(entry: string, chosenUserData: string): AppPaths {
  const appPath = packageFolderOf(resolve(entry))
  const {
    name,
    productName = name,
    version,
  }: Package = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'))
  const chosen = new Map<string, string>()
  if (chosenUserData !== '') chosen.set('userData', resolve(chosenUserData))
  const paths: AppPaths = {
    appPath,
    version,
    name: productName,
    get(which) {
      const path = chosen.get(which) ?? usual(which, paths)
      if (path === undefined) throw new Error(`Failed to get '${which}' path`)
      return path
    },
    set(which, path) {
      if (usual(which, paths) === undefined) throw new Error(`Failed to set path: ${which}`)
      mkdirSync(path, { recursive: true, mode: 0o700 })
      chosen.set(which, path)
    },
  }
  return paths
}

function usual(which: string, paths: AppPaths): string | undefined {
  const home = homedir()
  switch (which) {
    case 'home':
      return home
    case 'appData':
      return appDataOf(home)
    case 'userData':
      return join(paths.get('appData'), paths.name)
    case 'sessionData':
      return paths.get('userData')
    case 'logs':
      return join(paths.get('userData'), 'logs')
    case 'crashDumps':
      return join(paths.get('userData'), 'Crashpad')
    case 'temp':
      return tmpdir()
    case 'exe':
      return process.execPath
    case 'desktop':
    case 'documents':
    case 'downloads':
      return join(home, `${which.charAt(0).toUpperCase()}${which.slice(1)}`)
    default:
      return undefined
  }
}

function appDataOf(home: string): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
    case 'darwin':
      return join(home, 'Library', 'Application Support')
    default:
      return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
  }
}

function packageFolderOf(path: string): string {
  const folder = dirname(path)
  if (existsSync(join(folder, 'package.json')) || folder === path) return folder
  return packageFolderOf(folder)
}
