import { noteMaxLength } from '../../shared/words.ts'

/** How far before its limit a note is looked at for a good place to part it. */
const nearest = 1_000

/**
 * What was typed as notes of which none is too long, `most` UTF-16 units each: the same words in the same order. It is parted
 * after a line, else after a word, and within a word only where there is no other place.
 */
export function splitNote(text: string, most = noteMaxLength): string[] {
  const notes: string[] = []
  let rest = text
  while (rest.length > most) {
    const end = endOfNote(rest, most)
    notes.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...notes, rest]
}

function endOfNote(text: string, most: number): number {
  const first = Math.max(0, most - nearest)
  const near = text.slice(first, most)
  const line = near.lastIndexOf('\n')
  const blank = line === -1 ? near.search(/\s\S*$/u) : line
  if (blank !== -1) return first + blank + 1
  // A sign of two units stays whole.
  const last = text.codePointAt(most - 1) ?? 0
  return last > 0xff_ff && most > 1 ? most - 1 : most
}
