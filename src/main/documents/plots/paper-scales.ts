import type { AtWeek } from '../../../shared/plots/axis.ts'

/** How one plot on paper draws: places on the axis and values to CSS pixels. */
export interface PaperScales {
  readonly x: (at: AtWeek) => number
  readonly y: (value: number) => number
  readonly width: number
  readonly height: number
  readonly weekWidth: number
}

/** What is left of the narrower of Letter and A4 between names and words. */
const plotWidth = 396

interface Scaled {
  readonly weekCount: number
  /** Lowest and highest value drawn. */
  readonly domain: readonly [number, number]
  readonly height: number
  /** Pixels at the top for words above the highest value. */
  readonly headroom: number
}

export function paperScales({ weekCount, domain, height, headroom }: Scaled): PaperScales {
  const [lowest, highest] = domain
  const weekWidth = plotWidth / Math.max(1, weekCount)
  const perValue = (height - headroom) / Math.max(Number.EPSILON, highest - lowest)
  return {
    x: (at) => rounded(at * weekWidth),
    y: (value) => rounded(height - (value - lowest) * perValue),
    width: plotWidth,
    height,
    weekWidth,
  }
}

/** To a tenth of a pixel: finer than any printer, and a drawing of many points stays small. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
