import type { RefObject } from 'react'
import { useMeasured } from '../ui/use-measured.ts'

interface PlotSize {
  readonly width: number
  readonly scale: number
}

/** How wide the plots are, and how large the type is beside them; null before it has been measured. */
export function usePlotSize(ref: RefObject<HTMLElement | null>): PlotSize | null {
  return useMeasured(ref, measure, isSame)
}

function measure({ clientWidth }: HTMLElement): PlotSize {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { width: Math.floor(clientWidth), scale: rem / 16 }
}

function isSame(one: PlotSize, other: PlotSize): boolean {
  return one.width === other.width && one.scale === other.scale
}
