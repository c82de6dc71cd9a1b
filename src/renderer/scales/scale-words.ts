import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import { bandOf, scales, unanswered, type ShippedScale } from '../../shared/measures/scales.ts'
import { counted } from '../../shared/count.ts'

/** `14 of 27, in the band “moderate”, 10 to 14`: where the total lies in the published bands, and no more. */
export function bandWords(scale: ShippedScale, total: number): string {
  const { bands, highest } = scales[scale]
  const band = bandOf(scale, total)
  const next = bands.find(({ from }) => from > total)
  const to = next === undefined ? highest : next.from - 1
  return `${total} of ${highest}, in the band “${band.words}”, ${band.from} to ${to}`
}

/** `No total yet: item 3 is not answered.` */
export function missingWords(items: readonly (number | null)[]): string {
  const missing = unanswered(items).map((index) => index + 1)
  if (missing.length === items.length) return 'Nothing is answered yet.'
  if (missing.length === 1) return `No total: item ${missing[0]} is not answered.`
  return `No total: items ${listWords(missing)} are not answered.`
}

function listWords(numbers: readonly number[]): string {
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`
}

/** One result in a line: `14 of 27 · moderate`. */
export function resultWords(
  result: Pick<ScaleResult, 'scale' | 'total' | 'lowest' | 'highest' | 'items'>,
): string {
  const { scale, total, lowest, highest, items } = result
  if (total === null) {
    const count = items === null ? 0 : unanswered(items).length
    return `no total, ${counted(count, 'item')} not answered`
  }
  if (scale === 'own') return `${total}, on a range of ${lowest} to ${highest}`
  return `${total} of ${highest} · ${bandOf(scale, total).words}`
}
