import { describe, expect, test } from 'vitest'
import { printOptions } from '../../../src/main/documents/print-options.ts'
import { menuTemplate } from '../../../src/main/security/menu-template.ts'
import { secondScreen } from '../../../src/main/security/second-screen.ts'
import { asksForDebugger, quietSwitches } from '../../../src/main/security/switches.ts'
import {
  mainWindowOptions,
  partition,
  printWindowOptions,
  roomWindowOptions,
} from '../../../src/main/security/window-options.ts'

const preferences = {
  partition: 'console',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  v8CacheOptions: 'none',
}

describe.each([
  { isPackaged: true, devTools: false },
  { isPackaged: false, devTools: true },
])('packaged: $isPackaged', ({ isPackaged, devTools }) => {
  test('the main window', () => {
    expect(mainWindowOptions({ isPackaged, preloadPath: '/p.cjs', iconPath: '/i.png' })).toEqual({
      title: 'Circlekeeper',
      icon: '/i.png',
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      autoHideMenuBar: true,
      webPreferences: { ...preferences, devTools, preload: '/p.cjs' },
    })
  })

  test('the room display, with and without a second screen', () => {
    const settings = { isPackaged, preloadPath: '/p.cjs', iconPath: '/i.png' }
    const options = {
      title: 'Circlekeeper',
      icon: '/i.png',
      width: 960,
      height: 600,
      minWidth: 480,
      minHeight: 320,
      backgroundColor: '#14181a',
      autoHideMenuBar: true,
      webPreferences: { ...preferences, devTools, preload: '/p.cjs' },
    }
    expect(roomWindowOptions(settings, null)).toEqual(options)
    expect(roomWindowOptions(settings, { x: 1366, y: 0 })).toEqual({
      ...options,
      x: 1366,
      y: 0,
      fullscreen: true,
    })
  })

  test('the print window has no preload and runs no script', () => {
    expect(printWindowOptions(isPackaged)).toEqual({
      title: 'Circlekeeper',
      show: false,
      webPreferences: { ...preferences, devTools, javascript: false },
    })
  })
})

test('the session is in memory', () => {
  expect(partition).not.toMatch(/^persist:/)
})

test('printing is tagged, has an outline, and writes no URL or date of Chromium’s own', () => {
  const document = { title: 'Paper', bodyHtml: '<p>b</p>', footerHtml: '<p>f</p>' }
  expect(printOptions(document, 'A4')).toMatchObject({
    pageSize: 'A4',
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: '<p>f</p>',
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
})

describe('menu', () => {
  const devServer = { httpOrigin: 'http://localhost:5173', webSocketOrigin: 'ws://localhost:5173' }
  const platforms = ['darwin', 'linux', 'win32'] as const

  test.each([true, false])('no reload and no developer tools, packaged: %s', (isPackaged) => {
    for (const platform of platforms) {
      const menu = JSON.stringify(menuTemplate(platform, { isPackaged, devServer: null }))
      expect(menu).not.toMatch(/reload|devtools|viewMenu|help/i)
    }
  })

  test('macOS needs one to copy and paste; Linux and Windows need none', () => {
    const surroundings = { isPackaged: true, devServer: null }
    expect(JSON.stringify(menuTemplate('darwin', surroundings))).toMatch(/"copy".*"paste"/)
    expect(menuTemplate('linux', surroundings)).toBeNull()
    expect(menuTemplate('win32', surroundings)).toBeNull()
  })

  test('beside a development server there is a workshop', () => {
    expect(JSON.stringify(menuTemplate('linux', { isPackaged: false, devServer }))).toContain(
      'toggleDevTools',
    )
  })
})

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
])('a packaged console refuses --%s', (name) => {
  expect(asksForDebugger(true, (asked) => asked === name)).toBe(true)
  expect(asksForDebugger(false, (asked) => asked === name)).toBe(false)
})

test('a packaged console starts without them', () => {
  expect(asksForDebugger(true, () => false)).toBe(false)
})

test('Chromium itself stays off the network', () => {
  const switches = quietSwitches({ isPackaged: true, devServer: null })
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
  expect(switches.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-http-cache',
    ]),
  )
})

describe('the second screen', () => {
  const laptop = { id: 1, bounds: { x: 0, y: 0 } }
  const wall = { id: 2, bounds: { x: 1366, y: -200 } }

  test('is one on which the console is not', () => {
    expect(secondScreen([laptop, wall], 1)).toEqual({ x: 1366, y: -200 })
    expect(secondScreen([laptop, wall], 2)).toEqual({ x: 0, y: 0 })
  })

  test('is none where there is one alone', () => {
    expect(secondScreen([laptop], 1)).toBeNull()
  })
})
