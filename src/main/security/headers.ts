import type { DevServer } from './surroundings.ts'

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
]

// Fast Refresh runs inline under this nonce (html.cspNonce), and Vite's overlay writes HTML without trusted types.
function developmentPolicy(devServer: DevServer): string[] {
  return [
    "default-src 'none'",
    "script-src 'self' 'nonce-dev'",
    "style-src 'self' 'nonce-dev'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${devServer.webSocketOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]
}

/**
 * Only our own files run, and a page can reach nothing, even if someone's words were to become markup.
 * https://www.electronjs.org/docs/latest/tutorial/security#7-define-a-content-security-policy
 */
export function contentSecurityPolicy(devServer: DevServer | null): string {
  return (devServer === null ? strictPolicy : developmentPolicy(devServer)).join('; ')
}

// The features that Chromium knows and a page could ask for. https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Permissions-Policy
const pageFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** Headers of every answer on app://, errors included. */
export function responseHeaders(devServer: DevServer | null): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(devServer),
    // A file is what its extension says: no guessing a script out of it.
    'X-Content-Type-Options': 'nosniff',
    // No other page shares a process or a window handle with ours.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': pageFeatures.map((feature) => `${feature}=()`).join(', '),
    // A printed document passes through here: nothing may keep it.
    'Cache-Control': 'no-store',
  }
}
