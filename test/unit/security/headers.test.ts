import { expect, test } from 'vitest'
import { contentSecurityPolicy, responseHeaders } from '../../../src/main/security/headers.ts'

const devServer = { httpOrigin: 'http://localhost:5173', webSocketOrigin: 'ws://localhost:5173' }

test('the policy lets our own files run and nothing else', () => {
  expect(contentSecurityPolicy(null)).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  )
})

test('the headers beside it', () => {
  const headers = responseHeaders(null)
  expect(headers).toMatchObject({
    'Content-Security-Policy': contentSecurityPolicy(null),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  })
  const features = headers['Permissions-Policy']?.split(', ') ?? []
  expect(features).toEqual(expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()', 'usb=()']))
  expect(features.filter((feature) => !/^[a-z-]+=\(\)$/.test(feature))).toEqual([])
})

test('development adds a nonce and the change feed, and still nothing inline or evaluated', () => {
  const policy = contentSecurityPolicy(devServer)
  expect(policy).toContain("script-src 'self' 'nonce-dev'")
  expect(policy).toContain("connect-src 'self' ws://localhost:5173")
  expect(policy).not.toContain('unsafe')
})
