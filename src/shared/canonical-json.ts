/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one JSON text of a value, fit for hashing: keys sorted by UTF-16 code units, no blanks, strings and numbers as
 * ECMAScript's `JSON.stringify` writes them. This is RFC 8785, except that a lone surrogate is written as its escape
 * (`\ud83d`) where that standard gives up. Throws on NaN and infinities, which no JSON has.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('a number that JSON does not have')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

// Array.isArray alone does not narrow a readonly array out of a union.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
