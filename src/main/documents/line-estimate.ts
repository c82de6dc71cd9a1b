// Capitals and the widest small letters are nearly twice as wide as the usual letter; so are the characters of East Asia,
// and everything else that is no letter of a European script is taken to be.
const usual = /[a-ln-vx-z0-9\s.,:;'’()/-]/
const wideFactor = 1.9

/** About how many lines a text takes where so many usual letters fit on one; rather too many than too few. */
export function linesOf(text: string, lettersPerLine: number): number {
  const width = Array.from(text).reduce((sum, letter) => sum + (usual.test(letter) ? 1 : wideFactor), 0)
  return Math.max(1, Math.ceil(width / lettersPerLine))
}
