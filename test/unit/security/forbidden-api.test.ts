import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}))

function linesWith(pattern: RegExp, within: (path: string) => boolean = () => true): string[] {
  return sources
    .filter(({ path }) => within(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
}

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(50)
})

test.each([
  ['crash reports hold memory', /crashReporter/],
  ['nothing hands a URL to the system', /\bopenExternal\s*\(/],
  ['nothing is put among recent documents', /addRecentDocument/],
  ['a serialized database is plain text', /\bdb\.serialize\s*\(|\bdatabase\.serialize\s*\(/],
  [
    'no text becomes markup',
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|\bsetHTML(?:Unsafe)?\b|createContextualFragment|document\.write|\bsrcDoc\b|\bsrcdoc\b|\bDOMParser\b/,
  ],
  [
    'no text becomes a program',
    /\beval\s*\(|\bnew Function\s*\(|\bset(?:Timeout|Interval)\(\s*['"`]|from 'node:vm'/,
  ],
  ['no exceptions to our own policy', /bypassCSP:\s*true|unsafe-(?:inline|eval)/],
])('%s', (_reason, pattern) => {
  // The stand-in has to name what it does not carry.
  expect(linesWith(pattern, (path) => !path.startsWith('src/stand-in/'))).toEqual([])
})

/** Where nothing of a window's runs: what would reach a network, another program or a terminal has to be named there. */
const isBehind = (path: string) => /^src\/(?:main|shared|preload)\//.test(path)

test('the console speaks to no network and starts no program', () => {
  const ways =
    /from '(?:node:)?(?:net|dgram|tls|https?|http2|dns(?:\/promises)?|child_process|cluster|inspector|repl)'|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b|\bsendBeacon\b|\brequire\(/
  expect(linesWith(ways, isBehind)).toEqual([
    // From the server of the one who works on the screens, which a packaged console has none of.
    'src/main/electron/app-protocol.ts: const response = await fetch(`${httpOrigin}${url.slice(appOrigin.length)}`, { method })',
  ])
  expect(
    linesWith(/\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b|\bsendBeacon\b|\bEventSource\b/, (path) =>
      path.startsWith('src/renderer/'),
    ),
  ).toEqual([])
})

test('two lines write to a terminal, and neither has anything of a user’s', () => {
  expect(
    linesWith(/\bconsole\.\w+\(|process\.std(?:err|out)/, (path) => !path.startsWith('src/stand-in/')),
  ).toEqual([
    "src/main/index.ts: process.stderr.write('Circlekeeper is open already: its window is in front now.\\n')",
    'src/main/ipc/log.ts: process.stderr.write(`${JSON.stringify(entry)}\\n`)',
  ])
})

test('one file opens things with other programs', () => {
  expect(linesWith(/\bshell\b.*from 'electron'/)).toEqual([
    "src/main/electron/open-path.ts: import { shell } from 'electron'",
  ])
})

test.each([
  ['the system’s key store', /\bsafeStorage\b.*from 'electron'|electron\.safeStorage/],
  ['the clipboard', /import \{[^}]*\bclipboard\b[^}]*\} from 'electron'/],
  ['what other programs may take of the screen', /\.setContentProtection\(/],
])('%s is spoken to by main alone, in one file', (_what, pattern) => {
  const files = new Set(
    linesWith(pattern, (path) => !path.startsWith('src/stand-in/')).map((line) => line.split(':')[0]),
  )
  expect([...files].filter((file) => file?.startsWith('src/main/') !== true)).toEqual([])
  expect(files.size).toBeLessThanOrEqual(1)
})

// What both Node and Electron's BoringSSL have, and no more. Argon2id comes from @node-rs/argon2; HMAC is what HKDF is
// made of.
const allowedPrimitives = new Set([
  'createCipheriv',
  'createDecipheriv',
  'createHash',
  'createHmac',
  'hkdfSync',
  // As SQLCipher derives the key of its pages' MACs: two rounds over a random key.
  'pbkdf2Sync',
  'randomBytes',
  'randomInt',
  'randomUUID',
  'timingSafeEqual',
])

test('cryptography keeps to the primitives that were chosen', () => {
  const imports = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/import\s+(type\s+)?\{([^}]*)\}\s+from\s+'(?:node:)?crypto'/g)]
      .filter(([, isType]) => isType === undefined)
      .flatMap(([, , names = '']) => names.split(','))
      .map((name) => name.trim().replace(/ as \w+$/, ''))
      .filter((name) => name !== '' && !name.startsWith('type ') && !allowedPrimitives.has(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(imports).toEqual([])
  expect(linesWith(/import\s+(?:\*\s+as\s+)?\w+\s+from\s+'(?:node:)?crypto'/)).toEqual([])
  expect(linesWith(/crypto\.subtle|require\('(?:node:)?crypto'\)/)).toEqual([])
})

test('hashes and ciphers are the chosen ones', () => {
  expect(linesWith(/createH(?:ash|mac)\((?!'sha256'|'sha512')/)).toEqual([])
  // A cipher may be named by a constant of its file.
  const ciphers = sources
    // The pages of SQLCipher 4 are what they are, and have a MAC of their own.
    .filter(({ path }) => !path.endsWith('core/vault/page-cipher.ts'))
    .filter(({ text }) => /create(?:C|Dec)ipheriv\(/.test(text))
    .filter(
      ({ text }) =>
        !text.includes("'aes-256-gcm'") || /'(?:aes-(?!256-gcm')|des|rc4|chacha)[^']*'/.test(text),
    )
  expect(ciphers.map(({ path }) => path)).toEqual([])
})
