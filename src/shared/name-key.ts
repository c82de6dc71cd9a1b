/** A name as names are compared: capitals and the ways to write an accent do not count. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
