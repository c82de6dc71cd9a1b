import { scaleLinear } from 'd3-scale'
import type { AtWeek } from '../../shared/plots/axis.ts'

/** Weeks to pixels. */
export function weekScale(weekCount: number, width: number): (at: AtWeek) => number {
  return scaleLinear()
    .domain([0, Math.max(1, weekCount)])
    .range([0, width])
}
