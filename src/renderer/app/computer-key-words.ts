import type { FailureWords } from './failure-words.ts'

/** What a person reads when the computer's key does not open the vault. The passphrase always does. */
export const computerKeyWords: Readonly<
  Record<
    'no-key-store' | 'key-store-changed' | 'key-store-away' | 'computer-key-lost' | 'passphrase-first',
    FailureWords
  >
> = {
  'no-key-store': {
    happened: 'This computer has no safe place for a key.',
    safe: 'The vault is as it was.',
    next: 'Open it with your passphrase.',
  },
  'key-store-changed': {
    happened: 'This computer keeps keys in another way now.',
    safe: 'The vault is as it was.',
    next: 'Open it with your passphrase, then turn this computer’s key off and on again.',
  },
  'key-store-away': {
    happened: 'This computer does not give its key just now.',
    safe: 'Nothing is lost.',
    next: 'Open the vault with your passphrase, or try again: it may take unlocking the computer’s key store and a new start of the console.',
  },
  'computer-key-lost': {
    happened: 'This computer’s key does not open the vault any more.',
    safe: 'The vault is as it was.',
    next: 'Open it with your passphrase, then turn this computer’s key off and on again.',
  },
  'passphrase-first': {
    happened: 'This computer’s key waits for your passphrase.',
    safe: 'The vault is as it was.',
    next: 'Type it once. After that the computer’s key opens the vault again, until the console is closed or the day is over.',
  },
}
