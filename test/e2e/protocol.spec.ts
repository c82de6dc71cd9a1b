import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchedConsole } from '../support/launch.ts'
import { tryPolicy } from '../support/policies.ts'
import { expect, test } from './probed-console.ts'

const build = join(import.meta.dirname, '../../out')

/** The policy as the checklist has it, letter by letter. */
const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

interface Served {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the console answers to a request as it stands: no parser has tidied its URL up. */
async function serve(app: LaunchedConsole, url: string, method = 'GET'): Promise<Served> {
  const [outcome] = await tryPolicy(app, 'protocol.handle', 'app', { url, method })
  // The probe describes a Response so.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return outcome?.returned as Served
}

test.describe('the app: protocol', () => {
  for (const url of [
    'app://console/../package.json',
    'app://console/../main/index.js',
    'app://console/%2e%2e/main/index.js',
    'app://console/%2E%2E%2Fmain/index.js',
    'app://console/..%5cmain%5cindex.js',
    'app://console/assets/..%2f..%2fmain/index.js',
    'app://console/index.html%00.js',
    'app://console//etc/passwd',
    'app://console/etc/passwd',
    'app://console/assets/',
    'app://console/.hidden.js',
    'app://other/index.html',
    'app://console:80/index.html',
  ]) {
    test(`answers ${url} with 404`, async ({ probed: { app } }) => {
      expect(await serve(app, url)).toMatchObject({ status: 404, body: '' })
    })
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    test(`answers ${method} with 404`, async ({ probed: { app } }) => {
      expect(await serve(app, 'app://console/index.html', method)).toMatchObject({ status: 404, body: '' })
    })
  }

  test('the page gets its headers with every answer, errors included', async ({ probed: { app } }) => {
    const answer = app.page.waitForResponse((response) => response.url().endsWith('/index.html'))
    await app.page.reload()
    const headers = await (await answer).allHeaders()
    const expected = {
      'content-security-policy': strictPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    }
    expect(headers).toMatchObject(expected)
    expect((await serve(app, 'app://console/nothing.js')).headers).toMatchObject(expected)
    const features = (headers['permissions-policy'] ?? '').split(', ')
    expect(features.filter((feature) => !/^[a-z-]+=\(\)$/.test(feature))).toEqual([])
    expect(features).toEqual(
      expect.arrayContaining([
        'camera=()',
        'clipboard-read=()',
        'geolocation=()',
        'hid=()',
        'microphone=()',
        'usb=()',
      ]),
    )
  })
})

test.describe('the files that were built', () => {
  test('name no place to fetch anything from', () => {
    const files = readdirSync(join(build, 'renderer'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:html|css)$/.test(name))
      .map((name) => readFileSync(join(build, 'renderer', name), 'utf8'))
    expect(files.length).toBeGreaterThan(2)
    for (const text of files) {
      expect(text.replaceAll(/<!--[^]*?-->|\/\*[^]*?\*\//g, '')).not.toMatch(/(?:https?:)?\/\/[a-z]/i)
      expect(text).not.toMatch(/url\((?!["']?(?:\.?\/|data:image))/)
    }
  })

  test('the fonts come from the console itself', async ({ probed: { app, argumentsOf } }) => {
    const fonts = await app.page.evaluate(async () => {
      const faces = [...document.fonts].filter(({ unicodeRange }) => /^U\+0+-FF\b/i.test(unicodeRange))
      await Promise.all(faces.map((face) => face.load()))
      return faces.map(({ family, status }) => `${family} ${status}`)
    })
    expect(fonts.toSorted()).toEqual(['Inter Variable loaded', 'Source Serif 4 Variable loaded'])
    const fetched = (await argumentsOf('request')).filter(([url]) => String(url).endsWith('.woff2'))
    expect(fetched.length).toBeGreaterThan(1)
    for (const [url, status] of fetched) {
      expect(url).toMatch(/^app:\/\/console\/assets\//)
      expect(status).toBe(200)
    }
  })
})
