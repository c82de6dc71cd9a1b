/** The parts of Electron's Display and Rectangle that say where a screen is. */
export interface ScreenArea {
  readonly x: number
  readonly y: number
}

interface KnownScreen {
  readonly id: number
  readonly bounds: ScreenArea
}

/** A screen on which the console is not; null where there is none. Of several, the first that the system names. */
export function secondScreen(screens: readonly KnownScreen[], consoleScreenId: number): ScreenArea | null {
  const other = screens.find(({ id }) => id !== consoleScreenId)
  return other === undefined ? null : { x: other.bounds.x, y: other.bounds.y }
}
