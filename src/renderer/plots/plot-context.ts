import { createContext, use } from 'react'
import type { AtWeek, AxisWeek } from '../../shared/plots/axis.ts'

/** What all plots of a page share. Pixels, before the larger type of a large screen. */
export interface PlotAxis {
  readonly weeks: readonly AxisWeek[]
  readonly width: number
  /** How much larger than 16 px the type of the page is. */
  readonly scale: number
}

/** How one plot draws: places on the axis and values to pixels. */
export interface PlotScales {
  readonly x: (at: AtWeek) => number
  readonly y: (value: number) => number
  readonly width: number
  readonly height: number
  readonly weekWidth: number
  readonly scale: number
}

export const AxisContext = createContext<PlotAxis>({ weeks: [], width: 0, scale: 1 })

export const PlotContext = createContext<PlotScales>({
  x: () => 0,
  y: () => 0,
  width: 0,
  height: 0,
  weekWidth: 0,
  scale: 1,
})

export function usePlotAxis(): PlotAxis {
  return use(AxisContext)
}

/** The scales of the plot that a shape is drawn in. */
export function usePlot(): PlotScales {
  return use(PlotContext)
}
