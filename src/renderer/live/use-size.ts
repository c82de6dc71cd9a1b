import type { RefObject } from 'react'
import { useMeasured } from '../ui/use-measured.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** The inner size of an element in whole pixels; null before it has been measured. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  return useMeasured(ref, measure, isSame)
}

function measure({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight }
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}
