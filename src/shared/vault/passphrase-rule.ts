const minimumCharacters = 12
const minimumWords = 4

/**
 * The passphrase as it is used everywhere: Unicode NFKC, so that one typed on another keyboard or computer is the same
 * passphrase. Blanks are kept.
 */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}

/** At least twelve characters, blanks at the ends aside, or four different words of two letters or more. */
export function satisfiesPassphraseRule(passphrase: string): boolean {
  const text = normalisePassphrase(passphrase).trim()
  if (Array.from(text).length >= minimumCharacters) return true
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? []
  return new Set(words).size >= minimumWords
}
