import { useLayoutEffect, useState, type RefObject } from 'react'

interface PlotSize {
  readonly width: number
  readonly scale: number
}

/** How wide the plots are, and how large the type is beside them; null before it has been measured. */
export function usePlotSize(ref: RefObject<HTMLElement | null>): PlotSize | null {
  const [size, setSize] = useState<PlotSize | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const next = { width: Math.floor(element.clientWidth), scale: rem / 16 }
      setSize((last) => (last?.width === next.width && last.scale === next.scale ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
