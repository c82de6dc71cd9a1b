import type { BrowserWindow, NativeTheme } from 'electron'
import type { Preferences } from '../../shared/ipc/preference-calls.ts'

/** What a window shows while its page is not there: the ground of that theme, as tokens.css has it. */
const grounds = { day: '#f6f3ee', evening: '#14181a' } as const

/** The colour behind the console's page, so that an evening window does not flash white when a page goes and another comes. */
export interface Backdrop {
  show(theme: Preferences['theme']): void
}

export function createBackdrop(
  window: Pick<BrowserWindow, 'isDestroyed' | 'setBackgroundColor'>,
  computer: Pick<NativeTheme, 'shouldUseDarkColors'>,
): Backdrop {
  return {
    show(theme) {
      const isEvening = theme === 'evening' || (theme === 'system' && computer.shouldUseDarkColors)
      if (!window.isDestroyed()) window.setBackgroundColor(isEvening ? grounds.evening : grounds.day)
    },
  }
}
