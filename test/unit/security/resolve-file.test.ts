import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveFile } from '../../../src/main/security/resolve-file.ts'

const root = join(sep, 'console', 'renderer')

test.each([
  ['app://console/index.html', join(root, 'index.html'), 'text/html; charset=utf-8'],
  ['app://console/print.html?document=00ff', join(root, 'print.html'), 'text/html; charset=utf-8'],
  [
    'app://console/assets/index-D_x-3.js',
    join(root, 'assets', 'index-D_x-3.js'),
    'text/javascript; charset=utf-8',
  ],
  ['app://console/assets/inter.v4.woff2#x', join(root, 'assets', 'inter.v4.woff2'), 'font/woff2'],
])('%s', (url, path, contentType) => {
  expect(resolveFile(root, 'GET', url)).toEqual({ path, contentType })
  expect(resolveFile(root, 'HEAD', url)).toEqual({ path, contentType })
})

test.each([
  'app://console',
  'app://console/',
  'app://console/assets/',
  'app://console/../main/index.js',
  'app://console/assets/../../main/index.js',
  'app://console/%2e%2e/main/index.js',
  'app://console/..%2fmain/index.js',
  'app://console/..%5cmain%5cindex.js',
  'app://console/..\\main\\index.js',
  'app://console/assets\\..\\index.js',
  'app://console//etc/passwd.json',
  'app://console/./index.html',
  'app://console/.hidden.html',
  'app://console/assets/.env.json',
  'app://console/index.html%00.png',
  'app://console/index.html\u0000',
  'app://console/C:/windows/win.json',
  'app://console/index.html:stream',
  'app://console/index.html/',
  'app://console/vault.db',
  'app://console/index.HTML',
  'app://console/index.html.map',
  'app://console/name.constructor',
  'app://console/name.toString',
  'app://other/index.html',
  'app://console/assets../index.html',
  'app://user@console/index.html',
  'app://console:1/index.html',
  'https://console/index.html',
  'file:///console/renderer/index.html',
])('%j is not served', (url) => {
  expect(resolveFile(root, 'GET', url)).toBeNull()
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('method %j is not served', (method) => {
  expect(resolveFile(root, method, 'app://console/index.html')).toBeNull()
})

test('no spelling leads out of the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    '\0',
    'a',
    'assets',
    '.js',
    '.html',
    ':',
    '~',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = resolveFile(root, 'GET', `app://console/${pieces.join('')}`)
      expect(file === null || file.path.startsWith(root + sep)).toBe(true)
      expect(file?.path ?? '').not.toContain('..' + sep)
    }),
    { numRuns: 2_000 },
  )
})
