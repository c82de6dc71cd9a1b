import type * as Electron from 'electron'
import type { Page } from 'playwright-core'
import { carryOnly, notCarried } from './not-carried.ts'

export interface Screens {
  readonly screen: Electron.Screen
  /** Asks the browser which screens there are. Until it has answered once, nobody knows of any. */
  look(page: Page): Promise<void>
}

type KnownDisplay = Pick<Electron.Display, 'id' | 'bounds' | 'size' | 'workArea' | 'scaleFactor' | 'label'>

/**
 * The screens as Chromium saw them when a window was opened last: the debugging protocol answers only later, and tells
 * of no change. Every question has it look again, for the next one.
 */
export function createScreens(): Screens {
  let displays: readonly Electron.Display[] = []
  let lastPage: Page | undefined

  async function look(page: Page): Promise<void> {
    lastPage = page
    const cdp = await page.context().newCDPSession(page)
    const { screenInfos } = await cdp.send('Emulation.getScreenInfos')
    await cdp.detach()
    displays = screenInfos.map(describeDisplay)
  }

  function known(): readonly Electron.Display[] {
    if (displays.length === 0) throw notCarried('the screen before a window is open')
    if (lastPage !== undefined) void look(lastPage).catch(() => undefined)
    return displays
  }

  const part = {
    getAllDisplays: () => [...known()],
    getDisplayMatching: (rectangle: Electron.Rectangle) =>
      known().reduce((best, each) => (overlap(each, rectangle) > overlap(best, rectangle) ? each : best)),
  } satisfies Partial<Electron.Screen>
  return { screen: carryOnly<Electron.Screen>('screen', part), look }
}

interface ScreenInfo {
  readonly id: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly availLeft: number
  readonly availTop: number
  readonly availWidth: number
  readonly availHeight: number
  readonly devicePixelRatio: number
  readonly label: string
}

function describeDisplay(info: ScreenInfo): Electron.Display {
  const { id, left: x, top: y, width, height, devicePixelRatio, label } = info
  return carryOnly<Electron.Display>('display', {
    id: Number(id),
    bounds: { x, y, width, height },
    size: { width, height },
    workArea: { x: info.availLeft, y: info.availTop, width: info.availWidth, height: info.availHeight },
    scaleFactor: devicePixelRatio,
    label,
  } satisfies KnownDisplay)
}

/** The area that a screen and a rectangle share. */
function overlap({ bounds }: Electron.Display, { x, y, width, height }: Electron.Rectangle): number {
  const across = Math.min(bounds.x + bounds.width, x + width) - Math.max(bounds.x, x)
  const down = Math.min(bounds.y + bounds.height, y + height) - Math.max(bounds.y, y)
  return Math.max(0, across) * Math.max(0, down)
}
