/** What a parameter can be. Booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | boolean | Uint8Array | null

// A symbol cannot arrive in a message from a window, so no value from outside can pose as SQL.
const isQuery = Symbol('query')

/** SQL text with its parameters. Only the `sql` tag makes one. */
export interface Query {
  readonly [isQuery]: true
  readonly text: string
  readonly params: readonly Exclude<SqlValue, boolean>[]
}

/**
 * Writes SQL: what stands in `${…}` becomes a parameter, never text. Another query in `${…}` is taken over as a
 * fragment, with its own parameters.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly (SqlValue | Query)[]): Query {
  const params: Exclude<SqlValue, boolean>[] = []
  const text = strings
    .map((part, index) => {
      const value = values[index]
      if (value === undefined) return part
      if (typeof value === 'object' && value !== null && isQuery in value) {
        params.push(...value.params)
        return part + value.text
      }
      params.push(typeof value === 'boolean' ? Number(value) : value)
      return `${part}?`
    })
    .join('')
  return { [isQuery]: true, text, params }
}
