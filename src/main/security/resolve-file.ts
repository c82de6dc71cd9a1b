import { join } from 'node:path'
import { isInternalUrl } from './trusted-urls.ts'

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
}

export interface ResolvedFile {
  readonly path: string
  readonly contentType: string
}

// Names that the build gives to files: no dot or dash first, so neither `..` nor a hidden file can be spelled, no dot at
// the end of a folder's, which Windows drops, and no percent sign, so nothing can be spelled in another way.
const filePath =
  /^app:\/\/console\/((?:\w(?:[\w.-]*[\w-])?\/)*[\w][\w-]*(?:\.[\w-]+)*\.([a-z0-9]+))(?:[?#].*)?$/

/**
 * The file behind an app:// URL, always below `root`; null means 404. Deliberately an allow-list of spellings, not a
 * clean-up of bad ones.
 * https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
export function resolveFile(root: string, method: string, url: string): ResolvedFile | null {
  if ((method !== 'GET' && method !== 'HEAD') || !isInternalUrl(url)) return null
  const match = filePath.exec(url)
  const [, relativePath, extension] = match ?? []
  if (relativePath === undefined || extension === undefined || !Object.hasOwn(contentTypes, extension))
    return null
  const contentType = contentTypes[extension]
  return contentType === undefined ? null : { path: join(root, relativePath), contentType }
}
