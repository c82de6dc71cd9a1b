import type { Page, Response } from 'playwright-core'
import { expect, test } from './probed-console.ts'

const away = 'https://example.invalid/?next=app://console/index.html'

/** Every way in which a page can go somewhere by itself, as it is done in the page. */
const waysOut: readonly (readonly [name: string, go: (url: string) => unknown])[] = [
  ['location =', (url) => (location.href = url)],
  ['location.assign', (url) => location.assign(url)],
  ['location.replace', (url) => location.replace(url)],
  ['a link', (url) => Object.assign(document.createElement('a'), { href: url }).click()],
  [
    'a link that opens a tab',
    (url) => Object.assign(document.createElement('a'), { href: url, target: '_blank' }).click(),
  ],
  [
    'a link that keeps its opener',
    (url) =>
      Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'opener' }).click(),
  ],
  ['window.open', (url) => window.open(url)],
  ['window.open with features', (url) => window.open(url, 'small', 'popup,width=200')],
  ['window.open onto itself', (url) => window.open(url, '_self')],
  [
    'a form that gets',
    (url) =>
      document.body.appendChild(Object.assign(document.createElement('form'), { action: url })).submit(),
  ],
  [
    'a form that posts',
    (url) =>
      document.body
        .appendChild(Object.assign(document.createElement('form'), { action: url, method: 'post' }))
        .submit(),
  ],
  [
    'a refresh',
    (url) =>
      document.head.append(
        Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${url}` }),
      ),
  ],
  ['a frame', (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url }))],
  [
    'an object',
    (url) => document.body.append(Object.assign(document.createElement('object'), { data: url })),
  ],
  ['an embed', (url) => document.body.append(Object.assign(document.createElement('embed'), { src: url }))],
]

const destinations = [
  away,
  'http://127.0.0.1:9/',
  'https://user:secret@console.app.invalid.example/',
  'file:///etc/hostname',
  'data:text/html,<title>elsewhere</title>',
  'about:blank#elsewhere',
  'javascript:document.title="elsewhere"',
  'mailto:someone@example.invalid',
  'chrome://version/',
]

/** The page's own document, which a page that went away and came back would not have. */
async function markDocument(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(globalThis, 'stays', true))
}

async function expectToStay(page: Page, url: string): Promise<void> {
  // A round trip through the page's own queue: what the page began before is decided.
  const document = await page.evaluate(async () => {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', resolve)
      port1.start()
      port2.postMessage(null)
    })
    return { stays: Reflect.get(globalThis, 'stays'), title: globalThis.document.title }
  })
  expect(document).toMatchObject({ stays: true, title: 'Circlekeeper' })
  expect(page.url()).toBe(url)
}

for (const [name, go] of waysOut) {
  test(`a page cannot leave by ${name}`, async ({ probed: { app } }) => {
    const { page } = app
    const url = page.url()
    await markDocument(page)
    for (const destination of destinations) {
      // Some are refused on the spot, with an error in the page.
      await page.evaluate(`try { (${String(go)})(${JSON.stringify(destination)}) } catch { /* refused */ }`)
      await expectToStay(page, url)
    }
    await page.evaluate(() =>
      document.querySelectorAll('form,iframe,object,embed,meta[http-equiv]').forEach((one) => one.remove()),
    )
    await expectToStay(page, url)
    // The stand-in cannot forbid a tab in all cases; it closes it before anything is fetched.
    await expect.poll(() => page.context().pages().length).toBe(1)
  })
}

test('what the app was asked about, it refused', async ({ probed: { app, argumentsOf } }) => {
  await app.page.evaluate((url) => {
    location.href = url
    window.open(url)
    location.href = URL.createObjectURL(new Blob(['<title>elsewhere</title>'], { type: 'text/html' }))
  }, away)
  await expect.poll(() => argumentsOf('window-open')).toContainEqual([away, 'deny'])
  await expect.poll(() => argumentsOf('navigation')).toContainEqual([away, false])
  await expect
    .poll(() => argumentsOf('navigation'))
    .toContainEqual([expect.stringMatching(/^blob:app:\/\/console\//), false])
  const allowed = (await argumentsOf('navigation')).filter(([, isAllowed]) => isAllowed === true)
  expect([...new Set(allowed.map(([url]) => url))]).toEqual(['app://console/index.html'])
  expect((await argumentsOf('window-open')).filter(([, action]) => action !== 'deny')).toEqual([])
})

/** What a page that somebody's words have slipped into would try first. */
const waysIn: readonly (readonly [name: string, directive: string, run: string | (() => unknown)])[] = [
  [
    'an inline script',
    'require-trusted-types-for',
    () => {
      const script = document.createElement('script')
      script.append(document.createTextNode('globalThis.wasRun = true'))
      document.body.append(script)
    },
  ],
  ['a module from elsewhere', 'script-src-elem', '() => import("https://example.invalid/x.js")'],
  [
    'a module from a text',
    'script-src-elem',
    '() => import("data:text/javascript,globalThis.wasRun = true")',
  ],
  [
    'markup from a text',
    'require-trusted-types-for',
    () => (document.createElement('div').innerHTML = '<b>x</b>'),
  ],
  [
    'code from a text',
    'require-trusted-types-for',
    () => Reflect.construct(Function, ['globalThis.wasRun = true'])(),
  ],
  [
    'a policy for trusted types',
    'trusted-types',
    () => Reflect.get(globalThis, 'trustedTypes').createPolicy('any', {}),
  ],
  ['an inline style', 'style-src-elem', () => document.head.append(document.createElement('style'))],
  ['a picture from elsewhere', 'img-src', () => (new Image().src = 'https://example.invalid/x.png')],
  [
    'a font from elsewhere',
    'font-src',
    () => new FontFace('x', 'url(https://example.invalid/x.woff2)').load(),
  ],
  ['fetch', 'connect-src', () => fetch('https://example.invalid/')],
  ['fetch of its own files', 'connect-src', () => fetch('/index.html')],
  ['a beacon', 'connect-src', () => navigator.sendBeacon('https://example.invalid/', 'x')],
  ['a socket', 'connect-src', () => new WebSocket('wss://example.invalid/')],
  ['an event source', 'connect-src', () => new EventSource('https://example.invalid/')],
  [
    'a frame from elsewhere',
    'frame-src',
    () =>
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'https://example.invalid/' }),
      ),
  ],
  [
    'a base',
    'base-uri',
    () =>
      document.head.append(
        Object.assign(document.createElement('base'), { href: 'https://example.invalid/' }),
      ),
  ],
  [
    'a worker',
    'require-trusted-types-for',
    () => new Worker(Reflect.get(globalThis, 'URL').createObjectURL(new Blob(['1']))),
  ],
]

/** Requests of other origins that got as far as the program and were not refused there. */
async function outsiders(argumentsOf: (what: string) => Promise<(readonly unknown[])[]>): Promise<unknown[]> {
  const requests = await argumentsOf('request')
  return requests.filter(
    ([url, answer]) => !String(url).startsWith('app://console/') && typeof answer === 'number',
  )
}

for (const [name, directive, run] of waysIn) {
  test(`the policy stops ${name}`, async ({ probed: { app, argumentsOf } }) => {
    const violated = app.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener(
            'securitypolicyviolation',
            ({ effectiveDirective }) => resolve(effectiveDirective),
            {
              once: true,
            },
          )
        }),
    )
    const answered: string[] = []
    const note = (response: Response): unknown => answered.push(response.url())
    app.page.on('response', note)
    // Not at once: what the debugging protocol itself runs may make code from text.
    await app.page.evaluate(
      `void (async () => { await new Promise((go) => setTimeout(go)); try { await (${String(run)})() } catch { /* refused */ } })()`,
    )
    expect(await violated).toBe(directive)
    expect(await app.page.evaluate(() => 'wasRun' in globalThis)).toBe(false)
    app.page.off('response', note)
    expect(answered).toEqual([])
    expect(await outsiders(argumentsOf)).toEqual([])
  })
}
