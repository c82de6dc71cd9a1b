import type { MeasureId, PersonId } from '../../shared/ids.ts'
import type { Moment } from '../../shared/session/vocabulary.ts'

/** Where the strip of check-in numbers stands. Null: wherever the first number is missing. */
export interface CheckInPlace {
  readonly personId: PersonId | null
  readonly measureId: MeasureId | null
  /** Chosen by the facilitator; null goes by the phase. */
  readonly moment: Moment | null
  /** The number that stands there is to be given anew. */
  readonly isCleared: boolean
}

export interface CheckInCell {
  readonly personId: PersonId
  readonly measureId: MeasureId
}

/** Everyone who is asked, and everything that they are asked. Never empty. */
export interface CheckInGrid {
  readonly personIds: readonly PersonId[]
  readonly measureIds: readonly MeasureId[]
  readonly isFilled: (cell: CheckInCell) => boolean
}

function cellsOf({ personIds, measureIds }: CheckInGrid): CheckInCell[] {
  return personIds.flatMap((personId) => measureIds.map((measureId) => ({ personId, measureId })))
}

function indexOf(cells: readonly CheckInCell[], cell: CheckInCell): number {
  return cells.findIndex((one) => one.personId === cell.personId && one.measureId === cell.measureId)
}

/** The cell of a place: the one that was chosen, else the first of that person, or of all, that is still empty. */
export function cellAt(grid: CheckInGrid, place: CheckInPlace): CheckInCell | null {
  const all = cellsOf(grid)
  const own = all.filter(({ personId }) => personId === place.personId)
  const cells = own.length === 0 ? all : own
  return (
    cells.find(({ measureId }) => own.length > 0 && measureId === place.measureId) ??
    cells.find((cell) => !grid.isFilled(cell)) ??
    cells[0] ??
    null
  )
}

/** One cell on or back, person by person; at either end it stays. */
export function cellBy(grid: CheckInGrid, cell: CheckInCell, by: 1 | -1): CheckInCell {
  const cells = cellsOf(grid)
  return cells[indexOf(cells, cell) + by] ?? cell
}

/** Where a number leads: one cell on, and from the very last one to whatever is still empty. */
export function cellAfterNumber(grid: CheckInGrid, cell: CheckInCell): CheckInCell {
  const next = cellBy(grid, cell, 1)
  if (next !== cell) return next
  return cellsOf(grid).find((one) => one !== cell && !isSame(one, cell) && !grid.isFilled(one)) ?? cell
}

function isSame(one: CheckInCell, other: CheckInCell): boolean {
  return one.personId === other.personId && one.measureId === other.measureId
}

/** The first empty cell, or the first, of the person before or after; around the circle. */
export function personBy(grid: CheckInGrid, cell: CheckInCell, by: 1 | -1): CheckInCell {
  const { length } = grid.personIds
  const at = (grid.personIds.indexOf(cell.personId) + by + length) % length
  const personId = grid.personIds[at] ?? cell.personId
  return cellAt(grid, { personId, measureId: null, moment: null, isCleared: false }) ?? cell
}
