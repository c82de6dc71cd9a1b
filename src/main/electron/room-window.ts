import { BrowserWindow, screen } from 'electron'
import type { Display } from '../ipc/handle-request.ts'
import { secondScreen } from '../security/second-screen.ts'
import { appOrigin } from '../security/trusted-urls.ts'
import { roomWindowOptions, type MainWindowSettings } from '../security/window-options.ts'

const roomUrl = `${appOrigin}/room.html`

export interface RoomDisplay extends Display {
  /** The window itself, while it is open. */
  readonly window: () => BrowserWindow | null
}

/** The second window, for the room to look at. It is never open without the console's own. */
export function createRoomDisplay(
  settings: MainWindowSettings,
  main: BrowserWindow,
  onChanged: (isOpen: boolean) => void,
): RoomDisplay {
  let room: BrowserWindow | null = null

  async function open(): Promise<void> {
    const opened = new BrowserWindow(roomWindowOptions(settings, screenBesides(main)))
    room = opened
    opened.on('page-title-updated', (event) => event.preventDefault())
    opened.once('closed', () => {
      room = null
      onChanged(false)
    })
    try {
      await opened.loadURL(roomUrl)
    } catch (error) {
      // A window that is closed while it loads is no fault; one with nothing in it is not left in the room.
      if (!opened.isDestroyed()) {
        opened.destroy()
        throw error
      }
    }
    // The facilitator goes on typing where they were.
    if (!main.isDestroyed()) main.focus()
    if (!opened.isDestroyed()) onChanged(true)
  }

  const isOpen = () => room !== null
  async function close(): Promise<boolean> {
    room?.destroy()
    return isOpen()
  }
  main.once('closed', () => void close())
  return {
    window: () => room,
    isOpen,
    close,
    async toggle() {
      if (isOpen()) return close()
      await open()
      return isOpen()
    },
  }
}

function screenBesides(main: BrowserWindow) {
  return secondScreen(screen.getAllDisplays(), screen.getDisplayMatching(main.getBounds()).id)
}
