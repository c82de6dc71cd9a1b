import { describe, expect, it } from 'vitest'
import { createAppUrls, originOf } from '../../../src/stand-in/app-urls.ts'

function urlsOf(...schemes: readonly string[]) {
  const urls = createAppUrls()
  for (const scheme of schemes) urls.register(scheme)
  return urls
}

describe('URLs of the app inside Chromium', () => {
  const urls = urlsOf('app')

  it.each([
    ['app://console/index.html', 'https://console.app.invalid/index.html'],
    ['app://console', 'https://console.app.invalid'],
    ['app://console/a/b.js?x=1#y', 'https://console.app.invalid/a/b.js?x=1#y'],
    ['app://user:word@console/', 'https://user:word@console.app.invalid/'],
    ['app://console.evil/', 'https://console.evil.app.invalid/'],
    ['app://console:8080/', 'https://console.app.invalid:8080/'],
  ])('%s', (appUrl, chromiumsUrl) => {
    expect(urls.toChromium(appUrl)).toBe(chromiumsUrl)
    expect(new URL(urls.toApp(chromiumsUrl)).href).toBe(new URL(appUrl.replace(/console$/, 'console/')).href)
  })

  it.each([
    'https://example.org/',
    'https://console.app.invalid.evil.org/',
    'https://console.app.invalid./',
    'https://app.invalid/',
    'http://console.app.invalid/',
    'https://console.other.invalid/',
    'data:text/html,app://console/',
    'about:blank',
    'not a url',
  ])('leaves %s as it is', (url) => {
    expect(urls.toApp(url)).toBe(url)
    expect(urls.toChromium(url)).toBe(url)
  })

  it('knows the blobs of a page', () => {
    expect(urls.toApp('blob:https://console.app.invalid/1-2')).toBe('blob:app://console/1-2')
    expect(originOf('blob:app://console/1-2')).toBe('app://console')
  })

  it('knows no scheme that was not registered', () => {
    expect(urlsOf().toApp('https://console.app.invalid/')).toBe('https://console.app.invalid/')
    expect(() => urlsOf('a+b')).toThrow("the scheme 'a+b' is not carried")
  })

  it.each([
    ['app://console/index.html', 'app://console'],
    ['https://example.org:8443/x', 'https://example.org:8443'],
    ['about:blank', 'null'],
    ['://', 'null'],
    ['', 'null'],
  ])('the origin of %s is %s', (url, origin) => expect(originOf(url)).toBe(origin))
})
