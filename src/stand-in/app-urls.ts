import { notCarried } from './not-carried.ts'

/** A name that no resolver may ever answer: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const unresolvable = 'invalid'

export interface AppUrls {
  /** From now on pages of this scheme can be shown. */
  register(scheme: string): void
  isRegistered(scheme: string): boolean
  /** The URL under which Chromium shows a page of the app's scheme; other URLs stay as they are. */
  toChromium(url: string): string
  /** The URL that the app knows a page by; the reverse of {@link AppUrls.toChromium}. */
  toApp(url: string): string
}

/**
 * An installed Chromium knows no schemes but its own, and only https has the powers of a standard, secure one.
 * So app://console/index.html is https://console.app.invalid/index.html inside it, and nowhere else.
 */
export function createAppUrls(): AppUrls {
  const schemes = new Set<string>()
  const toApp = (text: string): string => {
    if (text.startsWith('blob:')) return `blob:${toApp(text.slice('blob:'.length))}`
    if (!URL.canParse(text)) return text
    const url = new URL(text)
    const labels = url.hostname.split('.')
    const scheme = labels.at(-2)
    if (url.protocol !== 'https:' || labels.at(-1) !== unresolvable || labels.length < 3) return text
    if (scheme === undefined || !schemes.has(scheme)) return text
    const host = labels.slice(0, -2).join('.')
    const port = url.port === '' ? '' : `:${url.port}`
    return `${scheme}://${userInfoOf(url)}${host}${port}${url.pathname}${url.search}${url.hash}`
  }
  return {
    register(scheme) {
      if (!/^[a-z][a-z0-9]*$/.test(scheme)) throw notCarried(`the scheme '${scheme}'`)
      schemes.add(scheme)
    },
    isRegistered: (scheme) => schemes.has(scheme),
    toChromium: (text) => mapToChromium(schemes, text),
    toApp,
  }
}

function mapToChromium(schemes: ReadonlySet<string>, text: string): string {
  if (!URL.canParse(text)) return text
  const url = new URL(text)
  const scheme = url.protocol.slice(0, -1)
  if (!schemes.has(scheme) || url.hostname === '') return text
  const port = url.port === '' ? '' : `:${url.port}`
  return `https://${userInfoOf(url)}${url.hostname}.${scheme}.${unresolvable}${port}${url.pathname}${url.search}${url.hash}`
}

function userInfoOf(url: URL): string {
  if (url.username === '' && url.password === '') return ''
  return url.password === '' ? `${url.username}@` : `${url.username}:${url.password}@`
}

/** The origin as Chromium would write it had it known the scheme; `null` for an opaque one. */
export function originOf(appUrl: string): string {
  if (!URL.canParse(appUrl)) return 'null'
  const url = new URL(appUrl)
  if (url.protocol === 'blob:') return originOf(url.pathname)
  return url.host === '' ? 'null' : `${url.protocol}//${url.host}`
}
