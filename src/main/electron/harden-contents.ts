import type { App, WebContents } from 'electron'
import { isInternalUrl } from '../security/trusted-urls.ts'

/** Holds every page, whoever made it, to our own pages; and refuses what only a network could ask for. */
export function hardenApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  // There is no server to trust, to log in to, or to show a certificate to.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  app.on('login', (event, _contents, _details, _authInfo, callback) => {
    event.preventDefault()
    callback()
  })
  app.on('select-client-certificate', (event, _contents, _url, _certificates, callback) => {
    event.preventDefault()
    callback()
  })
}

function keepInside(event: { readonly url: string; preventDefault(): void }): void {
  if (!isInternalUrl(event.url)) event.preventDefault()
}

/**
 * https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation
 * https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows
 */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', keepInside)
  contents.on('will-frame-navigate', keepInside)
  // A redirect is told only here, also one that follows a page that main itself loads.
  contents.on('will-redirect', keepInside)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
