/** A stretch of a text in UTF-16 code units that is somebody's number. */
export interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly person: number
}

// As many digits as a local number has: fewer are a time, a dose or a score.
const fewestDigits = 7
// Groups of digits as numbers are written: `+1 (312) 555-01 42`.
const run = /[+(]?\p{Nd}(?:[\s().\-–/‑]{0,3}\p{Nd}){6,}/gu

/** The digits of a telephone number; null for a text that is none. */
export function numberOf(text: string): string | null {
  if (/\p{L}/u.test(text)) return null
  const digits = digitsOf(text).map(({ digit }) => digit)
  return digits.length < fewestDigits ? null : digits.join('')
}

/** Numbers on file, with or without their area and country, however their digits are grouped. */
export function findNumbers(
  text: string,
  numbers: readonly { readonly person: number; readonly digits: string }[],
): readonly FoundNumber[] {
  if (numbers.length === 0) return []
  return Array.from(text.matchAll(run)).flatMap(({ 0: match, index }) => {
    const digits = digitsOf(match)
    const joined = digits.map(({ digit }) => digit).join('')
    return numbers.flatMap(({ person, digits: wanted }) => {
      const place = placeIn(joined, wanted)
      if (place === null) return []
      // The zero with which a number is dialled at home goes with it.
      const zeros = /0*$/u.exec(joined.slice(0, place.from))?.[0].length ?? 0
      const from = digits[place.from - zeros]?.at ?? 0
      const to = digits[place.to - 1]?.end ?? 0
      if (/\p{Nd}$/u.test(match.slice(0, from)) || /^\p{Nd}/u.test(match.slice(to))) return []
      const opening = /[+(]*$/u.exec(match.slice(0, from))?.[0].length ?? 0
      return [{ person, start: index + from - opening, end: index + to }]
    })
  })
}

/** The longest end of a number that stands among these digits. */
function placeIn(joined: string, wanted: string): { from: number; to: number } | null {
  for (let skipped = 0; wanted.length - skipped >= fewestDigits; skipped += 1) {
    const end = wanted.slice(skipped)
    const from = joined.indexOf(end)
    if (from !== -1) return { from, to: from + end.length }
  }
  return null
}

// Numbers are typed in other digits too: every script's ten follow one another from its zero.
function digitsOf(text: string): { digit: string; at: number; end: number }[] {
  return Array.from(text.matchAll(/\p{Nd}/gu), ({ 0: sign, index }) => ({
    digit: /\d/u.test(sign) ? sign : String(valueOf(sign)),
    at: index,
    end: index + sign.length,
  }))
}

function valueOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}
