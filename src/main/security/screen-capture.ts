import type { BrowserWindow } from 'electron'

/** Keeps programs that capture the screen from seeing the console, where the system lets a window ask for that. */
export interface ScreenCapture {
  /** False where the system knows no such thing: then nobody is offered it. */
  readonly canHide: boolean
  hide(isHidden: boolean): void
}

/**
 * macOS and Windows alone have it; a window that does not carry it throws. On macOS programs that use ScreenCaptureKit
 * see the window in any case. https://www.electronjs.org/docs/latest/api/browser-window
 */
export function createScreenCapture(
  platform: NodeJS.Platform,
  window: Pick<BrowserWindow, 'setContentProtection'>,
): ScreenCapture {
  const canHide = (platform === 'darwin' || platform === 'win32') && carries(window)
  return {
    canHide,
    hide(isHidden) {
      if (canHide) window.setContentProtection(isHidden)
    },
  }
}

function carries(window: Pick<BrowserWindow, 'setContentProtection'>): boolean {
  try {
    window.setContentProtection(true)
    window.setContentProtection(false)
    return true
  } catch {
    return false
  }
}
