import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWaitingDocuments } from '../../../src/main/documents/waiting-documents.ts'
import { answerRequest, documentUrl, privilegedScheme } from '../../../src/main/electron/app-protocol.ts'
import { responseHeaders } from '../../../src/main/security/headers.ts'

const parent = mkdtempSync(join(tmpdir(), 'circlekeeper-pages-'))
const root = join(parent, 'renderer')
const documents = createWaitingDocuments()
const files = { root, devServer: null, documents }

beforeAll(() => {
  mkdirSync(root)
  writeFileSync(join(root, 'index.html'), '<title>index</title>')
  writeFileSync(join(root, 'print.html'), '<title>Paper</title><body><main></main></body>')
  writeFileSync(join(parent, 'secret.json'), '"secret"')
})

afterAll(() => {
  rmSync(parent, { recursive: true })
})

function get(url: string, method = 'GET'): Promise<Response> {
  return answerRequest(files, { url, method })
}

test('the scheme is an origin of its own that bypasses nothing', () => {
  expect(privilegedScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false },
  })
})

test('a page comes with every header', async () => {
  const response = await get('app://console/index.html')
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<title>index</title>')
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  for (const [name, value] of Object.entries(responseHeaders(null))) {
    expect(response.headers.get(name)).toBe(value)
  }
})

async function keeping(url: string) {
  const { headers } = await get(url)
  return headers.get('Cache-Control')
}

test('only what the build named by its content may be kept, and never a page', async () => {
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'assets/print-DD56vO4G.css'), '')
  expect(await keeping('app://console/assets/print-DD56vO4G.css')).toBe('max-age=31536000, immutable')
  const url = documentUrl(documents.add({ title: 'Paper 5AE1', bodyHtml: '' }))
  for (const page of ['app://console/index.html', 'app://console/assets/nothing.css', url])
    expect(await keeping(page)).toBe('no-store')
})

test('HEAD has no body', async () => {
  const response = await get('app://console/index.html', 'HEAD')
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('a page of the build that is not there is no empty page: it fails to load', async () => {
  expect((await get('app://console/room.html')).type).toBe('error')
  expect((await get('app://console/room.html', 'POST')).status).toBe(404)
})

test.each([
  ['app://console/nothing.html', 'GET'],
  ['app://console/../secret.json', 'GET'],
  ['app://console/%2e%2e/secret.json', 'GET'],
  ['app://console/index.html', 'POST'],
  ['app://other/index.html', 'GET'],
])('%s by %s is 404, with every header', async (url, method) => {
  const response = await get(url, method)
  expect([response.status, await response.text()]).toEqual([404, ''])
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
})

describe('a waiting document', () => {
  const body = "costs $& and $1, $$ and `$'`"

  test('is fetched once, as it was made', async () => {
    const url = documentUrl(documents.add({ title: 'Paper 5AE1', bodyHtml: body }))
    expect(await (await get(url)).text()).toBe(`<title>Paper 5AE1</title><body><main>${body}</main></body>`)
    expect(await (await get(url)).text()).toBe('<title>Paper</title><body><main></main></body>')
  })

  test('is not there under another token, nor after it was dropped', async () => {
    const token = documents.add({ title: 'Paper 5AE1', bodyHtml: body })
    expect(await (await get(documentUrl('0'.repeat(32)))).text()).not.toContain('costs')
    expect(await (await get(`app://console/index.html?document=${token}`)).text()).not.toContain('costs')
    documents.drop(token)
    expect(await (await get(documentUrl(token))).text()).not.toContain('costs')
  })
})
