// electron-builder's `afterPack`: sets every fuse of the packaged Electron, before anything is signed. What the packager has
// built in knows eight of them and lets the others stand; here one that is not named ends the build, so that a fuse that a
// newer Electron brings is thought about.
import { join } from 'node:path'

/** https://www.electronjs.org/docs/latest/tutorial/fuses */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Of speed alone: without it WebAssembly checks each of its bounds by itself.
  wasmTrapHandlers: true,
}

/** What `@electron/fuses` is given: its options by their numbers on the wire, and none may be missing. */
export function fuseConfig({ FuseVersion, FuseV1Options }) {
  const named = Object.entries(fuses).map(([name, isOn]) => {
    const option = FuseV1Options[name.charAt(0).toUpperCase() + name.slice(1)]
    if (option === undefined) throw new Error(`@electron/fuses does not know the fuse ${name}`)
    return [option, isOn]
  })
  return { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...Object.fromEntries(named) }
}

export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const known = await import('@electron/fuses')
  await known.flipFuses(join(appOutDir, programOf(electronPlatformName, packager)), fuseConfig(known))
}

function programOf(platform, { executableName, appInfo }) {
  switch (platform) {
    case 'linux':
      return executableName
    case 'win32':
      return `${appInfo.productFilename}.exe`
    case 'darwin':
      return `${appInfo.productFilename}.app`
    default:
      throw new Error(`No package is made for ${platform}`)
  }
}
