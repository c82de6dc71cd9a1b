/** A stretch of a text in UTF-16 code units, without the blanks around it. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

// A dot after these ends no sentence; nor does one between digits or after a single letter.
const abbreviations = /(?:^|[^\p{L}])(?:dr|mr|mrs|ms|st|vs|approx|incl|resp|no|e\.g|i\.e|etc|\p{L})$/iu
const stop = /[.!?。！？؟…]+["'”’»)\]]*(?=\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\n+/gu

export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const { 0: match, index } of text.matchAll(stop)) {
    if (match.startsWith('.') && abbreviations.test(text.slice(Math.max(start, index - 8), index))) continue
    add(sentences, text, start, index + match.length)
    start = index + match.length
  }
  add(sentences, text, start, text.length)
  return sentences
}

function add(sentences: Sentence[], text: string, from: number, to: number): void {
  const whole = text.slice(from, to)
  const trimmed = whole.trim()
  if (trimmed === '') return
  const start = from + whole.length - whole.trimStart().length
  sentences.push({ start, end: start + trimmed.length, text: trimmed })
}
