import { describe, expect, it } from 'vitest'
import { failureWords } from '../../../src/renderer/app/failure-words.ts'
import { fieldError, ruleWords } from '../../../src/renderer/app/field-words.ts'
import { refusalWords } from '../../../src/renderer/app/refusal-words.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'

const failures: readonly Failure[] = [
  { code: 'untrusted-sender' },
  { code: 'unknown-call' },
  { code: 'locked' },
  { code: 'not-allowed' },
  { code: 'core-gone' },
  { code: 'no-vault' },
  { code: 'vault-exists' },
  { code: 'weak-passphrase' },
  { code: 'wrong-secret' },
  { code: 'weakened' },
  { code: 'damaged-header' },
  { code: 'damaged-record' },
  { code: 'damaged-private' },
  { code: 'newer-version' },
  { code: 'in-use' },
  { code: 'missing-record' },
  { code: 'missing-private' },
  { code: 'missing-header' },
  { code: 'linked-vault' },
  { code: 'other-vault' },
  { code: 'vault-gone' },
  { code: 'clock-unset' },
  { code: 'not-found' },
  { code: 'log-not-whole' },
  { code: 'group-full' },
  { code: 'name-taken' },
  { code: 'agenda-over-length' },
  { code: 'not-closed' },
  { code: 'session-open' },
  { code: 'disk-full' },
  { code: 'not-writable' },
  { code: 'no-viewer' },
  { code: 'print-failed' },
  { code: 'not-readable' },
  { code: 'bad-input', fields: [] },
  { code: 'refused', refusal: 'no-floor' },
]

function expectSentence(words: string): void {
  expect(words).toMatch(/^[A-Z].+\.$/)
  expect(words).not.toMatch(/error|invalid|exception|null|undefined|IPC|schema/i)
}

describe('the words for a failure', () => {
  it.each(failures)('are whole sentences without jargon: %o', (failure) => {
    const { happened, safe, next } = failureWords(failure)
    for (const words of [happened, safe, next]) expectSentence(words)
  })

  it('are there for every refusal', () => {
    for (const { happened, next } of Object.values(refusalWords)) {
      expectSentence(happened)
      expectSentence(next)
    }
  })

  it('tell the vault’s troubles apart', () => {
    const vaultCodes = ['wrong-secret', 'weakened', 'damaged-header', 'newer-version', 'in-use'] as const
    const screens = vaultCodes.map((code) => failureWords({ code }).happened)
    expect(new Set(screens).size).toBe(vaultCodes.length)
  })
})

describe('the words for a field', () => {
  const failure: Failure = { code: 'bad-input', fields: [{ path: 'draft.name', rule: 'empty' }] }

  it('stand at the field that broke a rule', () => {
    expect(fieldError(failure, 'draft.name')).toBe(ruleWords('empty'))
    expect(fieldError(failure, 'draft.type')).toBeUndefined()
    expect(fieldError({ code: 'name-taken' }, 'draft.name')).toBeUndefined()
    expect(fieldError(null, 'draft.name')).toBeUndefined()
  })

  it('exist for rules that nobody thought of', () => {
    expect(ruleWords('some-new-rule')).toMatch(/^[A-Z].+\.$/)
  })
})
