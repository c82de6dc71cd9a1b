import type { GutterWord } from './shapes.ts'
import type { PlotValue, ValuesTableModel } from './values.ts'

/** What every plot of the page says, whatever its shapes are. */
export interface PlotModel {
  readonly values: readonly PlotValue[]
  readonly gutter: readonly GutterWord[]
  readonly domain: readonly [number, number]
  readonly table: () => ValuesTableModel
}
