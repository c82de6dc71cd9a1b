import type { Session } from 'electron'
import { isAllowedRequest } from '../security/network-filter.ts'
import { isPermissionGranted } from '../security/permissions.ts'
import type { Surroundings } from '../security/surroundings.ts'

// Nothing listens there. The trailing slash is part of the API.
const deadUrl = 'http://127.0.0.1:9/'

/** Closes what a session leaves open by itself. For our own session and for the default one, which always exists. */
export function hardenSession(ses: Session, surroundings: Surroundings): void {
  refusePermissions(ses)
  refuseDevices(ses)
  turnOffSpellChecker(ses)
  // https://www.electronjs.org/docs/latest/api/session#event-will-download
  ses.on('will-download', (event) => event.preventDefault())
  ses.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, surroundings) })
  })
}

// Three handlers, because a check, a request and a remembered device are asked for apart.
// https://www.electronjs.org/docs/latest/api/session#sessetpermissionrequesthandlerhandler
function refusePermissions(ses: Session): void {
  ses.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(isPermissionGranted(permission)),
  )
  ses.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission))
  ses.setDevicePermissionHandler((details) => isPermissionGranted(details.deviceType))
  ses.setDisplayMediaRequestHandler((_request, callback) => callback(null))
}

// Without a listener that prevents it, Electron chooses a device by itself.
// https://www.electronjs.org/docs/latest/tutorial/devices
function refuseDevices(ses: Session): void {
  ses.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
  ses.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault()
    callback('')
  })
  ses.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
}

// Chromium has been seen to fetch dictionaries with the checker off (https://github.com/electron/electron/issues/22995),
// so it has no language to fetch and nowhere to fetch it from.
function turnOffSpellChecker(ses: Session): void {
  ses.setSpellCheckerEnabled(false)
  ses.setSpellCheckerLanguages([])
  ses.setSpellCheckerDictionaryDownloadURL(deadUrl)
}
