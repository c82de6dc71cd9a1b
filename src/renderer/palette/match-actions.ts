interface Words {
  readonly name: string
  readonly hint?: string
}

/** Those that fit what was typed, best first; in their own order where they fit equally well. */
export function matchActions<Action extends Words>(actions: readonly Action[], query: string): Action[] {
  return actions
    .map((action) => ({ action, rank: rankOf(action, query) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ action }) => action)
}

/**
 * How well words fit what was typed: 0 they begin with it; 1 its parts begin words of the name in this order, 2 in any
 * order, 3 with those of the hint; 4 its letters are beginnings of words, as `gfa` of *Give the floor to Ana*. Null: not
 * at all.
 */
function rankOf({ name, hint = '' }: Words, query: string): number | null {
  const typed = wordsOf(query)
  const words = wordsOf(name)
  if (typed.every((part, index) => words[index]?.startsWith(part) === true)) return 0
  if (beginInOrder(typed, words)) return 1
  if (beginAny(typed, words)) return 2
  if (beginAny(typed, [...words, ...wordsOf(hint)])) return 3
  return isMadeOfBeginnings(typed.join(''), words) ? 4 : null
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

function beginInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let from = 0
  for (const part of typed) {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part))
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** Each part begins a word of its own: one word does not answer for two. */
function beginAny(typed: readonly string[], words: readonly string[]): boolean {
  const [part, ...rest] = typed
  if (part === undefined) return true
  return words.some((word, index) => word.startsWith(part) && beginAny(rest, words.toSpliced(index, 1)))
}

function isMadeOfBeginnings(letters: string, words: readonly string[]): boolean {
  if (letters === '') return true
  return words.some((word, index) => {
    for (let length = sharedLength(word, letters); length > 0; length -= 1) {
      if (isMadeOfBeginnings(letters.slice(length), words.slice(index + 1))) return true
    }
    return false
  })
}

function sharedLength(word: string, letters: string): number {
  let length = 0
  while (length < word.length && word[length] === letters[length]) length += 1
  return length
}
