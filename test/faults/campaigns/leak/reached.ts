import type { SourcesOf } from './built-sources.ts'
import { nameOf, tellingAttributes, type FieldUse } from './field-register.ts'

/** A component that a field on the page stands in, as React keeps it. */
export interface Around {
  /** The first letters of its function, as it was built. */
  readonly head: string
  /** What it was given of {@link tellingAttributes}, without the words of the run. */
  readonly given: Readonly<Record<string, string>>
}

/** A field on the page: its own name, and what it stands in, from within. */
export interface Placed {
  readonly name: string
  readonly around: readonly Around[]
}

/** Which fields of the screens' source were typed into. */
export interface Reached {
  take(field: Placed): void
  /** Those that something was typed into. */
  uses(): readonly FieldUse[]
  /** Those that nothing was typed into yet. */
  missing(): readonly FieldUse[]
}

export function createReached(uses: readonly FieldUse[], sourcesOf: SourcesOf): Reached {
  // Two that the source does not tell apart are both reached when two fields of different names were.
  const names = new Map<string, Set<string>>()
  return {
    take({ name, around }) {
      const files = around.map(({ head, given }) => ({ files: sourcesOf(head), given }))
      for (const use of uses)
        if (standsIn(files, use)) {
          const key = keyOf(use)
          names.set(key, (names.get(key) ?? new Set()).add(name))
        }
    },
    uses: () => uses.filter((use) => names.has(keyOf(use))),
    missing() {
      const left = new Map([...names].map(([key, found]) => [key, found.size]))
      return uses.filter((use) => {
        const count = left.get(keyOf(use)) ?? 0
        left.set(keyOf(use), count - 1)
        return count <= 0
      })
    },
  }
}

function keyOf(use: FieldUse): string {
  return `${nameOf(use)} ${JSON.stringify(use.told)}`
}

interface Ring {
  readonly files: readonly string[]
  readonly given: Around['given']
}

/** Whether somebody stands in the field that is used there, and that in the file that uses it. */
function standsIn(rings: readonly Ring[], { file, from, told }: FieldUse): boolean {
  const inner = rings.findIndex(
    ({ files, given }) => from === null || (files.includes(from) && isAsTold(given, told)),
  )
  if (inner === -1) return false
  return rings.slice(from === null || from === file ? 0 : inner + 1).some(({ files }) => files.includes(file))
}

function isAsTold(given: Around['given'], told: FieldUse['told']): boolean {
  return tellingAttributes.every((name) => told[name] === undefined || told[name] === given[name])
}
