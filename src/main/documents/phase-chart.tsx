import type { SummaryPhase } from '../../shared/record/group-summary.ts'
import type { SkipReason } from '../../shared/session/vocabulary.ts'
import { hoursAndMinutes, nearestMinutes } from '../../shared/record/document-times.ts'

const minuteMs = 60_000
const chartWidth = 380
const rowHeight = 31

const skipWords: Readonly<Record<SkipReason, string>> = {
  'no-time': 'left out: no time',
  'group-need': 'left out: the group needed something else',
  'already-covered': 'left out: already covered',
  'not-today': 'left out: not today',
}

/** A stretch of session time, in milliseconds since the start. */
interface Span {
  readonly startMs: number
  readonly endMs: number
}

interface Row {
  readonly phase: SummaryPhase
  readonly planned: Span
  readonly actual: Span | null
}

interface PhaseChartProps {
  readonly phases: readonly SummaryPhase[]
  readonly elapsedMs: number
}

/** The part of a summary that tells planned time and taken time. */
export function TimeTaken({ phases, elapsedMs }: PhaseChartProps) {
  return (
    <section className="time">
      <h2>How the time went, from the start</h2>
      <PhaseChart phases={phases} elapsedMs={elapsedMs} />
    </section>
  )
}

/**
 * Phases as bars, what was planned in outline over what happened in black, so that it reads in black and white. A table,
 * because a table has headings for a screen reader and breaks between its rows. All drawing is by attributes: the CSP
 * refuses inline styles.
 */
function PhaseChart({ phases, elapsedMs }: PhaseChartProps) {
  const rows = layOut(phases)
  const endMs = Math.max(
    elapsedMs,
    minuteMs,
    ...rows.map(({ planned, actual }) => Math.max(planned.endMs, actual?.endMs ?? 0)),
  )
  const ticks = ticksUntil(endMs)
  return (
    <table className="phases">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Phase</span>
          </th>
          <th scope="col">
            <Axis ticks={ticks} endMs={endMs} />
          </th>
          <th scope="col">minutes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // Phases have no id here and never move: a phase is its place.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th scope="row">{row.phase.name}</th>
            <td>
              <Bars
                row={row}
                ticks={ticks}
                endMs={endMs}
                hasLegend={index === 0}
                isLast={index === rows.length - 1}
              />
            </td>
            <td>
              <b>{nearestMinutes(row.phase.actualMs)}</b> of {row.phase.plannedMinutes}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function layOut(phases: readonly SummaryPhase[]): Row[] {
  let startMs = 0
  return phases.map((phase) => {
    const planned = { startMs, endMs: startMs + phase.plannedMinutes * minuteMs }
    startMs = planned.endMs
    const actual =
      phase.enteredAtMs === null
        ? null
        : { startMs: phase.enteredAtMs, endMs: phase.enteredAtMs + phase.actualMs }
    return { phase, planned, actual }
  })
}

/** Whole quarters, halves or full hours, whichever gives a handful. */
function ticksUntil(endMs: number): number[] {
  const stepMinutes = [15, 30, 60].find((minutes) => endMs / (minutes * minuteMs) <= 4.5) ?? 120
  const stepMs = stepMinutes * minuteMs
  return Array.from({ length: Math.floor(endMs / stepMs) + 1 }, (_, index) => index * stepMs)
}

function position(ms: number, endMs: number): number {
  return Math.round((ms / endMs) * chartWidth * 10) / 10
}

function Axis({ ticks, endMs }: { readonly ticks: readonly number[]; readonly endMs: number }) {
  return (
    <svg width={chartWidth} height={18} role="img" aria-label="Time since the start, planned and actual">
      {ticks.map((tickMs) => (
        <text
          key={tickMs}
          x={position(tickMs, endMs)}
          y={11}
          textAnchor={tickMs === endMs ? 'end' : 'middle'}
        >
          {hoursAndMinutes(tickMs)}
        </text>
      ))}
    </svg>
  )
}

interface BarsProps {
  readonly row: Row
  readonly ticks: readonly number[]
  readonly endMs: number
  readonly hasLegend: boolean
  readonly isLast: boolean
}

function Bars({ row, ticks, endMs, hasLegend, isLast }: BarsProps) {
  const { planned, actual } = row
  const at = (ms: number) => position(ms, endMs)
  const lastX = at(Math.max(planned.endMs, actual?.endMs ?? 0))
  return (
    <svg width={chartWidth} height={rowHeight} role="img" aria-label={describe(row)}>
      {ticks.map((tickMs) => (
        // Down into the next row, whose own bars cover it: a long name makes a row higher than its drawing.
        <line
          key={tickMs}
          x1={at(tickMs)}
          x2={at(tickMs)}
          y1={0}
          y2={isLast ? rowHeight : rowHeight + 20}
          stroke="#ccc"
        />
      ))}
      <Bar startX={at(planned.startMs)} endX={at(planned.endMs)} y={6.5} height={7} fill="#fff" />
      {actual !== null && (
        <Bar startX={at(actual.startMs)} endX={at(actual.endMs)} y={18} height={8} fill="#111" />
      )}
      {hasLegend && (
        <>
          <text x={lastX + 6} y={13.5}>
            planned
          </text>
          <text x={lastX + 6} y={26} className="strong">
            actual
          </text>
        </>
      )}
      <Remark row={row} endMs={endMs} isCrowded={hasLegend} />
    </svg>
  )
}

interface BarProps {
  readonly startX: number
  readonly endX: number
  readonly y: number
  readonly height: number
  readonly fill: string
}

function Bar({ startX, endX, y, height, fill }: BarProps) {
  // A bar of no width would not be seen at all.
  return (
    <rect
      x={startX + 0.5}
      y={y}
      width={Math.max(1, endX - startX - 1)}
      height={height}
      fill={fill}
      stroke="#111"
    />
  )
}

const letterWidth = 5.8
const legendWidth = 50

/** A word on what became of a phase, beside its bars where there is room. */
function Remark({
  row,
  endMs,
  isCrowded,
}: {
  readonly row: Row
  readonly endMs: number
  readonly isCrowded: boolean
}) {
  const words = remarkOf(row.phase)
  if (words === null) return null
  const startMs = row.actual?.startMs ?? row.planned.startMs
  const barEndX = position(row.actual?.endMs ?? row.planned.endMs, endMs)
  const startX = position(startMs, endMs)
  const fitsBefore = startX - 6 >= words.length * letterWidth
  return (
    <text
      x={fitsBefore ? startX - 6 : barEndX + 6 + (isCrowded ? legendWidth : 0)}
      y={26}
      textAnchor={fitsBefore ? 'end' : 'start'}
      className="remark"
    >
      {words}
    </text>
  )
}

function remarkOf({
  skipReason,
  enteredAtMs,
  isProtected,
  plannedMinutes,
  actualMs,
}: SummaryPhase): string | null {
  if (skipReason !== null) return skipWords[skipReason]
  if (enteredAtMs === null) return 'not reached'
  if (isProtected && nearestMinutes(actualMs) >= plannedMinutes) return 'protected, kept whole'
  return null
}

function fromTo({ startMs, endMs }: Span): string {
  return `${hoursAndMinutes(startMs)} to ${hoursAndMinutes(endMs)}`
}

function describe({ planned, actual, phase }: Row): string {
  const remark = remarkOf(phase)
  return [
    `planned ${fromTo(planned)}`,
    actual === null ? 'did not take place' : `actual ${fromTo(actual)}`,
    ...(remark === null ? [] : [remark]),
  ].join(', ')
}
