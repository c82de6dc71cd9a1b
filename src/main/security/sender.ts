import { appOrigin } from './trusted-urls.ts'

/** The parts of Electron's WebFrameMain that say who is calling. */
export interface SenderFrame {
  readonly parent: object | null
  readonly origin: string
}

/**
 * Whether a call comes from the main frame of our own window, showing our own page. A frame that is gone (null, or one
 * whose properties throw) is not trusted.
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isTrustedSender(frame: SenderFrame | null, mainFrame: SenderFrame | null): boolean {
  if (frame === null || frame !== mainFrame) return false
  try {
    return frame.parent === null && frame.origin === appOrigin
  } catch {
    return false
  }
}
