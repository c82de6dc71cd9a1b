import type * as Electron from 'electron'
import type { Bounds } from './launch-chromium.ts'
import { notCarried } from './not-carried.ts'

type Options = Electron.BrowserWindowConstructorOptions

/** A window of Chromium's follows these, or looks right without them. */
const carried = new Set<string>([
  'autoHideMenuBar',
  'backgroundColor',
  'fullscreen',
  'height',
  'icon',
  'minHeight',
  'minWidth',
  'show',
  'title',
  'webPreferences',
  'width',
  'x',
  'y',
] satisfies (keyof Options)[])

/** Of what a page may do: always so in Chromium, or never. An app that asks otherwise gets an error, not a guess. */
const always = ['sandbox', 'contextIsolation', 'webSecurity'] as const
const never = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'navigateOnDragDrop',
  'spellcheck',
  'experimentalFeatures',
  'plugins',
] as const

export function refuseWhatCannotBe(options: Options): void {
  const { webPreferences = {} } = options
  const unknown = Object.keys(options).find((name) => !carried.has(name))
  if (unknown !== undefined) throw notCarried(`the window option '${unknown}'`)
  const lacking = always.find((name) => webPreferences[name] === false)
  const excess = never.find((name) => webPreferences[name] === true)
  if (lacking ?? excess) throw notCarried(`${lacking ?? excess}: ${excess !== undefined}`)
}

export function boundsOf({ width, height, x, y }: Options): Bounds {
  return {
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  }
}
