import type { Score } from '../../shared/session/score.ts'
import type { NamedLine } from './session-view.ts'

/** How far a plan that was not kept may reach beyond the end before it is cut off. */
const mostBeyond = 1.25
const marginPx = 52
/** Half of a time of day in its pill: at the ends it stands within the line. */
export const halfPillPx = 36

/** Where everything of a score stands. Times are drawn as shares of the width, heights in pixels. */
export interface ScoreLayout {
  /** The session time that the width stands for. */
  readonly spanMs: number
  readonly msPerPx: number
  /** Pixels before and behind the time line. */
  readonly gutter: number
  readonly margin: number
  /** What of the gutter a name may take. */
  readonly nameRoom: number
  /** From one member's line to the next, and from one line of a staff to the next. */
  readonly pitch: number
  readonly spacing: number
}

/** The layout of a score in so many pixels; `height` is what is there for the members' lines. */
export function layOutScore(
  score: Score,
  members: readonly NamedLine[],
  { width, height }: { readonly width: number; readonly height: number },
  hasNumbers: boolean,
): ScoreLayout {
  const longest = Math.max(0, ...members.map(({ seated }) => seated.name.length))
  const besideName = hasNumbers ? 58 : 24
  const gutter = Math.min(178, Math.max(100, Math.ceil(longest * 8) + besideName))
  const plannedMs = score.planned.at(-1)?.endMs ?? 0
  const lengthMs = Math.max(1, score.lengthMs)
  const spanMs = Math.max(lengthMs, Math.min(plannedMs, lengthMs * mostBeyond))
  const pitch = Math.max(17, Math.min(60, Math.floor(height / Math.max(1, members.length))))
  return {
    spanMs,
    msPerPx: spanMs / Math.max(1, width - gutter - marginPx),
    gutter,
    nameRoom: gutter - besideName + 8,
    margin: marginPx,
    pitch,
    spacing: pitch >= 48 ? 5 : pitch >= 32 ? 4 : pitch >= 22 ? 3 : 2,
  }
}

/** The middle of a line, in pixels from the first one's top. */
export function middleOf(index: number, pitch: number): number {
  return Math.floor(pitch * (index + 0.5)) + 0.5
}

export function share(ms: number, { spanMs }: Pick<ScoreLayout, 'spanMs'>): string {
  return `${((ms / spanMs) * 100).toFixed(3)}%`
}

const steps = [5, 10, 15, 30, 60, 120].map((minutes) => minutes * 60_000)
const tickPx = 84

/** A time of day below the line. */
export interface TimeTick {
  readonly ms: number
  readonly wallMs: number
}

/** Round times of day as far apart as their words need, between the start and the end, which stand there anyway. */
export function timeTicks(
  lengthMs: number,
  startWallMs: number,
  { msPerPx }: Pick<ScoreLayout, 'msPerPx'>,
): TimeTick[] {
  const apartMs = tickPx * msPerPx
  const stepMs = steps.find((step) => step >= apartMs) ?? 240 * 60_000
  const ticks: TimeTick[] = [{ ms: 0, wallMs: startWallMs }]
  for (
    let wallMs = Math.ceil(startWallMs / stepMs) * stepMs;
    wallMs < startWallMs + lengthMs;
    wallMs += stepMs
  ) {
    const ms = wallMs - startWallMs
    if (ms >= apartMs * 0.85 && ms <= lengthMs - apartMs * 0.85) ticks.push({ ms, wallMs })
  }
  const end = { ms: lengthMs, wallMs: startWallMs + lengthMs }
  return lengthMs >= apartMs * 0.9 ? [...ticks, end] : ticks
}

interface At {
  readonly atMs: number
}

/** Several things at nearly the same moment, drawn as one. */
export interface Cluster<Item extends At> {
  /** Where it is drawn: moved on by as little as keeps it clear of the one before. */
  readonly atMs: number
  readonly items: readonly [Item, ...Item[]]
}

/** Sets signs of a kind that would lie upon each other as one, and moves those of other kinds aside. `items` in order. */
export function clusterBy<Item extends At>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  apartMs: number,
): Cluster<Item>[] {
  const clusters: { atMs: number; items: [Item, ...Item[]] }[] = []
  for (const item of items) {
    const last = clusters.at(-1)
    if (last !== undefined && item.atMs - last.atMs < apartMs) {
      const same = clusters.findLast(
        ({ atMs, items: [first] }) => item.atMs - atMs < apartMs && kindOf(first) === kindOf(item),
      )
      if (same === undefined) clusters.push({ atMs: last.atMs + apartMs, items: [item] })
      else same.items.push(item)
    } else {
      clusters.push({ atMs: item.atMs, items: [item] })
    }
  }
  return clusters
}
