import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser']

const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]

function candidates(): readonly string[] {
  const { PATH = '', HOME = '', PROGRAMFILES, LOCALAPPDATA } = process.env
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
        macApplications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
      )
    case 'win32':
      return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => windowsPrograms.map((parts) => join(folder, ...parts)))
    default:
      return namesOnPath.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first browser of Chromium's family that is installed where such browsers usually are. */
export function findChromium(): string | undefined {
  return candidates().find((path) => isExecutable(path))
}

// Run by the set-up, which asks before it installs one.
if (import.meta.main) {
  const path = findChromium()
  if (path === undefined) process.exitCode = 1
  else console.log(path)
}
