import { readFile } from 'node:fs/promises'
import type { CustomScheme, Protocol } from 'electron'
import type { WaitingDocuments } from '../documents/waiting-documents.ts'
import { responseHeaders } from '../security/headers.ts'
import { resolveFile } from '../security/resolve-file.ts'
import type { DevServer } from '../security/surroundings.ts'
import { appOrigin, appScheme } from '../security/trusted-urls.ts'

/**
 * Makes app:// an origin like https: with a policy of its own, which file:// never has. Not `bypassCSP`, and no code
 * cache, which would keep compiled pages on disk.
 * https://www.electronjs.org/docs/latest/api/protocol#protocolregisterschemesasprivilegedcustomschemes
 */
export const privilegedScheme: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false },
}

export interface AppFiles {
  /** The built pages. */
  readonly root: string
  readonly devServer: DevServer | null
  readonly documents: WaitingDocuments
}

/** The print page as it was built, with nobody's words. */
export const emptyPageUrl = `${appOrigin}/print.html`

/** Where a waiting document is printed from. The print page is the shell; the token fills it, once. */
export function documentUrl(token: string): string {
  return `${emptyPageUrl}?document=${token}`
}

const documentRequest = /^app:\/\/console\/print\.html\?document=([0-9a-f]{32})$/
const pageRequest = /^app:\/\/console\/(?:index|room|print)\.html(?:\?|$)/
const documentSlot = '<main></main>'
const documentTitle = /<title>[^<]*<\/title>/

export function serveApp(protocol: Protocol, files: AppFiles): void {
  protocol.handle(appScheme, (request) => answerRequest(files, request))
}

/** Answers one request on app://: a file of the build, or 404. A page that is not there fails to load, and can be told. */
export async function answerRequest(
  files: AppFiles,
  request: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  const headers = responseHeaders(files.devServer)
  const file = await fetchFile(files, request)
  if (file === null && isPage(request)) return Response.error()
  if (file === null) return new Response(null, { status: 404, headers })
  const body = request.method === 'HEAD' ? null : fillDocument(files.documents, request.url, file.body)
  const keeping = isNamedByContent(files, request.url) ? { 'Cache-Control': keptInMemory } : {}
  return new Response(body, { headers: { ...headers, ...keeping, 'Content-Type': file.contentType } })
}

function isPage({ method, url }: Pick<Request, 'method' | 'url'>): boolean {
  return method === 'GET' && pageRequest.test(url)
}

/**
 * Styles, scripts and fonts of the build hold nobody's words and are named by their content, so a page that is shown
 * again and again need not ask for them again. No session of ours has a cache on the disk.
 */
const keptInMemory = 'max-age=31536000, immutable'

function isNamedByContent({ devServer }: AppFiles, url: string): boolean {
  return devServer === null && url.startsWith(`${appOrigin}/assets/`)
}

interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

async function fetchFile(
  files: AppFiles,
  request: Pick<Request, 'method' | 'url'>,
): Promise<ServedFile | null> {
  if (files.devServer !== null) return fetchFromDevServer(files.devServer, request)
  const file = resolveFile(files.root, request.method, request.url)
  if (file === null) return null
  try {
    return { body: new Uint8Array(await readFile(file.path)), contentType: file.contentType }
  } catch {
    return null
  }
}

// The pages keep their origin in development, so that every policy is tried there as well.
async function fetchFromDevServer(
  { httpOrigin }: DevServer,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<ServedFile | null> {
  const response = await fetch(`${httpOrigin}${url.slice(appOrigin.length)}`, { method })
  if (!response.ok) return null
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get('Content-Type') ?? 'application/octet-stream',
  }
}

function fillDocument(documents: WaitingDocuments, url: string, shell: Uint8Array<ArrayBuffer>) {
  const token = documentRequest.exec(url)?.[1]
  if (token === undefined) return shell
  const document = documents.take(token)
  // Functions, because a text as replacement would have its dollar signs read as patterns. A title holds no user's word.
  return new TextDecoder()
    .decode(shell)
    .replace(documentTitle, (usual) => (document === null ? usual : `<title>${document.title}</title>`))
    .replace(documentSlot, () => `<main>${document?.bodyHtml ?? ''}</main>`)
}
