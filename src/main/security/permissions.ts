/**
 * A page of the console needs no permission of the browser's: clipboard, files and the screen are main's business.
 * Electron grants what nobody refuses, so every handler answers with this.
 * https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content
 */
export function isPermissionGranted(_permission: string): boolean {
  return false
}
