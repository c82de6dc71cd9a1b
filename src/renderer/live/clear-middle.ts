import { seatBoxes, type Box, type Place, type SeatLayout } from './seat-space.ts'

/** What the seats leave free in the middle of the circle, in pixels. */
export interface Middle {
  readonly centre: Place
  /** For everything that stands there, one below the other. */
  readonly height: number
  /** Beside the figures of the clock. */
  readonly figureWidth: number
  /** Beside the words above and below them, and the button. */
  readonly wordsWidth: number
}

interface Field {
  readonly width: number
  readonly height: number
}

/** Kept free on either side of the clock: badges and keys stand out from their seats. */
const besideClock = 14
/** Kept free around the words; a facilitator's key stands out as far. */
const aroundWords = 8
/** A line above the figures, two below them, and the button. */
const wordsHeight = 134
const smallestFigure = 64
const largestFigure = 184
/** The words wrap in less, and the button is wider than any less. */
const narrowestHalf = 110
const widestHalf = 210

/**
 * The widest room for the clock that is high enough for it, or, where none is, the highest. It is as near to the middle
 * as the seats let it be.
 */
export function clearMiddle(layout: SeatLayout, field: Field, signs: readonly Box[]): Middle {
  const boxes = [...seatBoxes(layout), ...signs]
  const wanted = wordsHeight + Math.min(0.24 * field.height, largestFigure)
  const strips: Strip[] = []
  for (let half = widestHalf; half >= narrowestHalf; half -= 10)
    strips.push(stripOf(boxes, layout.centre, field, half))
  const byHeight = strips.toSorted((a, b) => heightOf(b) - heightOf(a))
  const strip = strips.find((one) => heightOf(one) >= wanted) ?? byHeight[0]
  if (strip === undefined) throw new Error('Some width is always tried')
  const { top, bottom, half } = strip
  const least = Math.min(wanted, bottom - top) / 2
  const y = Math.max(top + least, Math.min(layout.centre.y, bottom - least))
  const centre = { x: layout.centre.x, y }
  return {
    centre,
    height: 2 * Math.min(y - top, bottom - y),
    figureWidth: clearWidth(boxes, centre, field.height),
    wordsWidth: 2 * half,
  }
}

/** Whether the clock can be read, and its button pressed, among these seats. */
export function holdsClock(layout: SeatLayout, field: Field): boolean {
  const strip = stripOf(seatBoxes(layout), layout.centre, field, narrowestHalf)
  return heightOf(strip) >= wordsHeight + smallestFigure
}

/** A strip up and down from the middle that is free of seats. */
interface Strip {
  readonly half: number
  readonly top: number
  readonly bottom: number
}

function stripOf(boxes: readonly Box[], { x, y }: Place, field: Field, half: number): Strip {
  const reach = half + aroundWords
  const inTheWay = boxes.filter(({ left, right }) => left < x + reach && right > x - reach)
  const isAbove = ({ top, bottom }: Box) => (top + bottom) / 2 < y
  const above = inTheWay.filter(isAbove).map(({ bottom }) => bottom)
  const below = inTheWay.filter((box) => !isAbove(box)).map(({ top }) => top - aroundWords)
  return { half, top: Math.max(0, ...above), bottom: Math.min(field.height, ...below) }
}

function heightOf({ top, bottom }: Strip): number {
  return bottom - top
}

/** At the height of the clock and the line below it; the clock takes about a quarter of the room's height. */
function clearWidth(boxes: readonly Box[], { x, y }: Place, height: number): number {
  const [top, bottom] = [y - 0.15 * height, y + 0.1 * height]
  const reaches = boxes
    .filter((box) => box.top < bottom && box.bottom > top)
    .map(({ left, right }) => Math.min(Math.abs(left - x), Math.abs(right - x)))
  return 2 * (Math.min(x, ...reaches) - besideClock)
}
