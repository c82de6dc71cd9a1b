/** The same words with a large first letter, for the beginning of a sentence. */
export function capitalised(words: string): string {
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}
