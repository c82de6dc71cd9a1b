import { expect, test } from 'vitest'
import { isAllowedRequest } from '../../../src/main/security/network-filter.ts'
import { readSurroundings } from '../../../src/main/security/surroundings.ts'
import { isInternalUrl } from '../../../src/main/security/trusted-urls.ts'

const ours = [
  'app://console',
  'app://console/',
  'app://console/index.html',
  'app://console/assets/index-Dx3_a.js',
  'app://console/print.html?document=0123',
  'app://console/#/live',
]

const hostile = [
  '',
  'app:',
  'app://',
  'app:console/index.html',
  'app:/console/index.html',
  'app:///console/index.html',
  'app://console.evil/',
  'app://console.app.evil/',
  'app://consoles/',
  'app://evil/console/',
  'app://evil/?next=app://console/',
  'app://evil#app://console/',
  'app://user@console/',
  'app://user:pass@console/',
  'app://console@evil/',
  'app://console:80/',
  'app://console./',
  'app://CONSOLE/',
  'APP://console/',
  'app://c\u043Ensole/',
  'app://console\\@evil/',
  'app:\\\\console\\index.html',
  'app://console/\\..\\',
  'app://console/a\u0000b',
  'app://console/a\nb',
  ' app://console/',
  'app://console/ ',
  'apps://console/',
  'xapp://console/',
  'https://console/',
  'http://127.0.0.1:9/',
  'https://evil.example/?next=app://console/',
  'https://app://console/',
  'javascript:alert(1)//app://console/',
  'data:text/html,app://console/',
  'blob:app://console/5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1',
  'file:///etc/passwd',
  'about:blank',
  'about:srcdoc',
  'view-source:app://console/',
  'filesystem:app://console/x',
  'ws://console/',
  'chrome://gpu',
]

test.each(ours)('%j is ours', (url) => {
  expect(isInternalUrl(url)).toBe(true)
})

test.each(hostile)('%j is not ours, and nothing is requested from it', (url) => {
  expect(isInternalUrl(url)).toBe(false)
  expect(isAllowedRequest(url, { isPackaged: true, devServer: null })).toBe(false)
  expect(isAllowedRequest(url, { isPackaged: false, devServer: null })).toBe(false)
})

test('a packaged console knows no development server and no developer tools', () => {
  const packaged = readSurroundings(true, 'http://localhost:5173')
  expect(packaged).toEqual({ isPackaged: true, devServer: null })
  expect(isAllowedRequest('ws://localhost:5173/', packaged)).toBe(false)
  expect(isAllowedRequest('devtools://devtools/bundled/devtools_app.html', packaged)).toBe(false)
})

test('in development only the change feed of the own server is let through', () => {
  const surroundings = readSurroundings(false, 'http://localhost:5173')
  expect(surroundings.devServer).toEqual({
    httpOrigin: 'http://localhost:5173',
    webSocketOrigin: 'ws://localhost:5173',
  })
  expect(isAllowedRequest('ws://localhost:5173/?token=x', surroundings)).toBe(true)
  expect(isAllowedRequest('ws://localhost:51733/', surroundings)).toBe(false)
  expect(isAllowedRequest('http://localhost:5173/', surroundings)).toBe(false)
})

test.each([
  undefined,
  '',
  'nonsense',
  'http://10.0.0.1:5173',
  'https://localhost.evil/',
  'http://evil/?localhost',
])('the development server is on this machine or none: %j', (rendererUrl) => {
  expect(readSurroundings(false, rendererUrl).devServer).toBeNull()
})
