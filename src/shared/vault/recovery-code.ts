// Crockford's base 32: no I, L, O and U, which are misread or mistyped.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbolCount = 28
const groupLength = 4

/** A fresh code of 27 random symbols (135 bits) and a check symbol, as it is shown: `XXXX-XXXX-…`, seven groups of four. */
export function proposeRecoveryCode(randomBytes: (size: number) => Uint8Array): string {
  // 256 is a multiple of 32, so the remainder is uniform.
  const symbols = Array.from(randomBytes(symbolCount - 1), (byte) => symbolOf(byte % 32)).join('')
  const code = symbols + symbolOf(times2(checkSum(symbols)))
  return code.replaceAll(new RegExp(`.{${groupLength}}(?=.)`, 'g'), '$&-')
}

/**
 * Reads a code as people write it (any case, blanks and dashes anywhere, O for 0, I and L for 1) into its one form: 28
 * symbols, upper case, without separators. Null when it is none.
 */
export function parseRecoveryCode(written: string): string | null {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return code.length === symbolCount && checkSum(code) === 0 ? code : null
}

function symbolOf(value: number): string {
  return alphabet.charAt(value)
}

// A weighted sum in GF(32), 0 for a whole code: every wrong symbol and every swap of two symbols changes it. -1 when a
// symbol is not of the alphabet.
function checkSum(code: string): number {
  let sum = 0
  for (const symbol of code) {
    const value = alphabet.indexOf(symbol)
    if (value === -1) return -1
    sum = times2(sum) ^ value
  }
  return sum
}

// Multiplies by x modulo x^5 + x^2 + 1, a primitive polynomial: the 31 powers of x all differ.
function times2(value: number): number {
  const shifted = value << 1
  return shifted >= 32 ? shifted ^ 0b100101 : shifted
}
