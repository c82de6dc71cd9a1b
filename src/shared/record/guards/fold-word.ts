// Letters that are no base letter with a mark, and so are left alone by Unicode's decomposition.
const otherLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
}
const ascii = /^[a-z0-9]*$/u

/** A word as it is compared: without case, accents, apostrophes and differences of typing, as `jose` for `JOSÉ`. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (ascii.test(lower)) return lower
  // Upper case first: it makes two letters of the one ß.
  const bare = word
    .toUpperCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}'’ʼ‘`ـ]/gu, '')
  // Put together again: the syllables of Hangul fall apart too.
  return bare.replaceAll(/[æðđħıłøœþς]/gu, (letter) => otherLetters[letter] ?? letter).normalize('NFC')
}

/** Every folded form in which a name may be typed: `Müller` is written `Muller` and `Mueller`. */
export function foldName(word: string): readonly string[] {
  const spelt = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöü]/gu, (letter) => (letter === 'ä' ? 'ae' : letter === 'ö' ? 'oe' : 'ue'))
  return [...new Set([foldWord(word), foldWord(spelt)])]
}
