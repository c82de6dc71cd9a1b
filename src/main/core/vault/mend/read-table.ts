import { readTree } from './b-tree.ts'
import type { Value } from './record-format.ts'
import type { StoredPages } from './stored-pages.ts'
import type { Table } from './tables.ts'

/** A row that could be read, with all of the values that were stored of it. */
export interface ReadRow {
  readonly rowid: number | null
  readonly values: readonly Value[]
}

/**
 * Where rows of a table are missing: between these two, of which each is the first values of a row that was read, or null at
 * the table's ends.
 */
export interface Gap {
  readonly after: readonly Value[] | null
  readonly before: readonly Value[] | null
}

/** Hands over the rows of a table; returns where some are missing. */
export function* readTable(
  pages: StoredPages,
  root: number | undefined,
  table: Table,
): Generator<ReadRow, readonly Gap[]> {
  if (root === undefined) return [{ after: null, before: null }]
  const gaps: Gap[] = []
  let after: Gap['after'] = null
  let isInGap = false
  for (const step of readTree(pages, root, table.isIndex ? 'index' : 'table')) {
    if (step.kind === 'hole') {
      isInGap = true
      continue
    }
    const place = step.values.slice(0, 2)
    if (isInGap) gaps.push({ after, before: place })
    isInGap = false
    after = place
    yield step
  }
  if (isInGap) gaps.push({ after, before: null })
  return gaps
}

/** The keys of rows that an index knows, and that are not among those that were read. */
export interface MissingKeys {
  readonly keys: readonly string[]
  /** The numbers of the same rows. */
  readonly rowids: readonly number[]
  /** False where the index has gaps itself: then there may be more. */
  readonly isAll: boolean
}

export function findMissing(
  pages: StoredPages,
  root: number | undefined,
  readRowids: ReadonlySet<number>,
): MissingKeys {
  if (root === undefined) return { keys: [], rowids: [], isAll: false }
  const keys: string[] = []
  const rowids: number[] = []
  let isAll = true
  for (const step of readTree(pages, root, 'index')) {
    const rowid = step.kind === 'row' ? step.values.at(-1) : undefined
    if (step.kind === 'hole' || typeof rowid !== 'bigint') isAll = false
    else if (!readRowids.has(Number(rowid))) {
      keys.push(String(step.values[0]))
      rowids.push(Number(rowid))
    }
  }
  return { keys, rowids, isAll }
}
