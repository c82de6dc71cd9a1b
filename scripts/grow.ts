import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseStrength } from '../src/main/core/vault/slot-strength.ts'
import { growVault, sessionsPerYear } from './grow/grow-vault.ts'
import { askSecret } from './support/ask-secret.ts'

const usage = 'Usage: npm run grow -- --age 20y|5y|1y [--seed N] [--passphrase-file FILE] DIR'
const asked = readArguments()

const passphrase =
  asked.passphraseFile === undefined
    ? await askSecret('Passphrase for it: ')
    : readSecret(asked.passphraseFile)
if (passphrase === null) stop('No passphrase was given.')
const startMs = performance.now()
const grown = await growVault({
  vaultDir: join(resolve(asked.folder), 'vault'),
  passphrase,
  strength: await chooseStrength(() => performance.now()),
  sessionCount: asked.years * sessionsPerYear,
  seed: asked.seed,
  endsAtMs: Date.now(),
  onProgress: (count) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${count.toLocaleString('en')} sessions`)
  },
})
if (process.stderr.isTTY) process.stderr.write('\n')
if (!grown.ok) stop(wordsFor(grown.error.code))
const { sessionCount, eventCount, memberCount } = grown.value
const seconds = (performance.now() - startMs) / 1_000
console.log(
  `${sessionCount.toLocaleString('en')} sessions, ${eventCount.toLocaleString('en')} events, ${memberCount.toLocaleString('en')} members in ${Math.round(seconds)} s`,
)
console.log(`Open it with: npm start -- --user-data-dir=${asked.folder}`)

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        age: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'passphrase-file': { type: 'string' },
      },
      allowPositionals: true,
    })
    const years = Number(/^(\d{1,2})y$/u.exec(values.age ?? '')?.[1])
    const seed = Number(values.seed)
    const [folder, ...others] = positionals
    if (years >= 1 && Number.isSafeInteger(seed) && folder !== undefined && others.length === 0)
      return { years, seed, folder, passphraseFile: values['passphrase-file'] }
  } catch {
    // An option that is not known.
  }
  return stop(usage)
}

/** The first line of a file, so that one made with `echo` will do. */
function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/u)[0] ?? null
  } catch {
    return stop('The file with the passphrase cannot be read.')
  }
}

function wordsFor(code: string): string {
  switch (code) {
    case 'vault-exists':
      return 'There is a vault in this folder already. Choose another one.'
    case 'weak-passphrase':
      return 'This passphrase is too easy to guess. Take four or more words that have nothing to do with each other.'
    case 'disk-full':
      return 'The disk is full. Nothing was left behind.'
    case 'not-writable':
      return 'The folder cannot be written to.'
    default:
      return `The vault was not made (${code}).`
  }
}

function stop(words: string): never {
  console.error(words)
  process.exit(2)
}
