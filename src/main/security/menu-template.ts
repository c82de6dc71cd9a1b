import type { MenuItemConstructorOptions } from 'electron'
import type { Surroundings } from './surroundings.ts'

const edit: MenuItemConstructorOptions = {
  label: 'Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
}

const workshop: MenuItemConstructorOptions = {
  label: 'View',
  submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }],
}

/**
 * The menu bar, or null for none. Linux and Windows edit text without one; on macOS the shortcuts hang on it. Reloading
 * and the developer tools stand in it only beside a development server: both would show or lose what a session holds.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  { devServer }: Surroundings,
): MenuItemConstructorOptions[] | null {
  const extra = devServer === null ? [] : [workshop]
  if (platform === 'darwin') return [{ role: 'appMenu' }, edit, ...extra, { role: 'windowMenu' }]
  return devServer === null ? null : [edit, ...extra]
}
