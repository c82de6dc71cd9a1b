import type { FindingPlace } from '../../shared/record/guards/finding.ts'

/**
 * Where a stretch of `before` stands in `after`, when one edit lies between them; null when the edit touched it, so that
 * a remark never points at words that it was not about.
 */
export function followEdit(place: FindingPlace, before: string, after: string): FindingPlace | null {
  if (before === after) return place
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (place.end <= head) return place
  if (place.start < before.length - tail) return null
  const by = after.length - before.length
  return { ...place, start: place.start + by, end: place.end + by }
}
