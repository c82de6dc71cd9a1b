import type { GapVerdict } from '../../../src/shared/session/vocabulary.ts'

/** What happened, in the campaign's own words; people and phases are counted. */
export type Happening =
  | { readonly type: 'start' | 'end' | 'pause' | 'resume' | 'moment' }
  | { readonly type: 'here' | 'away'; readonly who: number }
  | { readonly type: 'floor' | 'quiet'; readonly who: number }
  | { readonly type: 'phase'; readonly phase: number }
  | { readonly type: 'gap'; readonly gap: number; readonly awayMs: number }
  | { readonly type: 'verdict'; readonly gap: number; readonly verdict: GapVerdict }

/** One line of the ledger. `atMs` counts what passed since the session was prepared, as far as a clock can know it. */
export interface Line {
  readonly act: number
  readonly atMs: number
  readonly wallMs: number
  readonly what: Happening
  isUndone: boolean
}

/** A stretch of the session in which nothing changed. */
export interface Slice {
  readonly ms: number
  /** Whether the session stood still for a break that is no phase. */
  readonly isPaused: boolean
  readonly isBreak: boolean
  readonly isUnseen: boolean
  readonly phase: number
  readonly here: ReadonlySet<number>
  readonly floor: ReadonlySet<number>
}

export interface Told {
  stage: 'prepared' | 'running' | 'paused' | 'ended'
  phase: number
  elapsedMs: number
  startedAtMs: number | null
  endedAtMs: number | null
  readonly here: Set<number>
  readonly floor: Set<number>
  readonly arrivals: Map<number, { readonly atMs: number; readonly wallMs: number }>
  readonly slices: Slice[]
  readonly turns: { readonly who: number; readonly startMs: number; endMs: number | null }[]
  readonly moments: number[]
  /** Gaps of the session, by number, and where they began. */
  readonly gaps: Map<number, { readonly atMs: number; readonly verdict: GapVerdict | null }>
}

/** Tells a ledger from its beginning: which slices the session was made of, and how it stands at `untilMs`. */
export function tell(
  ledger: readonly Line[],
  isBreakPhase: (phase: number) => boolean,
  untilMs: number,
): Told {
  const told: Told = {
    stage: 'prepared',
    phase: -1,
    elapsedMs: 0,
    startedAtMs: null,
    endedAtMs: null,
    here: new Set(),
    floor: new Set(),
    arrivals: new Map(),
    slices: [],
    turns: [],
    moments: [],
    gaps: new Map(),
  }
  const verdicts = new Map<number, GapVerdict>()
  for (const { what, isUndone } of ledger)
    if (what.type === 'verdict' && !isUndone) verdicts.set(what.gap, what.verdict)
  const isRunning = () => told.stage === 'running' || told.stage === 'paused'
  const last = (ms: number, isUnseen: boolean, isJudgedBreak: boolean) => {
    if (ms === 0 || !isRunning()) return
    const inBreakPhase = isBreakPhase(told.phase)
    const isPaused = told.stage === 'paused' || (isJudgedBreak && !inBreakPhase)
    const { phase } = told
    const [here, floor] = [new Set(told.here), new Set(told.floor)]
    told.slices.push({ ms, isPaused, isBreak: isPaused || inBreakPhase, isUnseen, phase, here, floor })
    told.elapsedMs += ms
  }
  let atMs = 0
  for (const line of ledger) {
    const passedMs = line.atMs - atMs
    atMs = line.atMs
    const { what } = line
    if (what.type !== 'gap' || !isRunning()) {
      last(passedMs, false, false)
      if (!line.isUndone) happen(told, line)
      continue
    }
    const goneMs = Math.min(passedMs, what.awayMs)
    last(passedMs - goneMs, false, false)
    silence(told)
    const verdict = verdicts.get(what.gap) ?? null
    told.gaps.set(what.gap, { atMs: told.elapsedMs, verdict })
    if (verdict === 'end') close(told, line.wallMs - goneMs)
    else last(goneMs, true, verdict === 'break')
  }
  last(untilMs - atMs, false, false)
  return told
}

function happen(told: Told, { what, wallMs }: Line): void {
  // What comes after the end belongs to no time of the session.
  if (told.stage === 'ended' && what.type !== 'moment') return
  switch (what.type) {
    case 'start':
      told.stage = 'running'
      told.startedAtMs = wallMs
      return
    case 'end':
      close(told, wallMs)
      return
    case 'pause':
      silence(told)
      told.stage = 'paused'
      return
    case 'resume':
      told.stage = 'running'
      return
    case 'phase':
      told.phase = what.phase
      return
    case 'here':
      told.here.add(what.who)
      if (!told.arrivals.has(what.who)) told.arrivals.set(what.who, { atMs: told.elapsedMs, wallMs })
      return
    case 'away':
      told.here.delete(what.who)
      return
    case 'floor':
      told.floor.add(what.who)
      told.turns.push({ who: what.who, startMs: told.elapsedMs, endMs: null })
      return
    case 'quiet':
      quiet(told, what.who)
      return
    case 'moment':
      told.moments.push(told.elapsedMs)
      return
    case 'gap':
    case 'verdict':
  }
}

function quiet(told: Told, who: number): void {
  told.floor.delete(who)
  for (const turn of told.turns) if (turn.who === who && turn.endMs === null) turn.endMs = told.elapsedMs
}

function silence(told: Told): void {
  for (const who of told.floor) quiet(told, who)
}

function close(told: Told, wallMs: number): void {
  silence(told)
  told.stage = 'ended'
  told.endedAtMs = wallMs
}
