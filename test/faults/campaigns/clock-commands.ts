import { person } from '../../unit/session/arbitraries.ts'
import type { Dice } from '../../properties/dice.ts'
import { give, isActive, people, toldNow, type Held } from './clock-session.ts'
import type { Happening, Told } from './clock-ledger.ts'

const minuteMs = 60_000
/** As long as an end can be taken back. */
const reopenMs = 15 * minuteMs

/** Does one thing that a facilitator could do now; nothing where what was thrown cannot be. */
export function doSomething(held: Held): void {
  const told = toldNow(held)
  if (told.stage === 'prepared') return before(held, told)
  if (held.dice.oneIn(9)) return undo(held, told)
  if (held.dice.oneIn(9))
    return give(held, { type: 'mark', personId: leadId, mark: 'shared' }, [{ type: 'moment' }])
  if (told.stage === 'ended') return
  const { dice } = held
  const act = dice.pick([
    moveFloor,
    moveFloor,
    moveFloor,
    movePerson,
    movePerson,
    movePhase,
    takeBreak,
    judge,
  ])
  act(held, told)
  if (dice.oneIn(40) && isActive(toldNow(held))) end(held)
}

const leadId = person(0)

function before(held: Held, told: Told): void {
  const who = held.dice.below(people.length)
  const personId = people[who] ?? leadId
  if (held.dice.oneIn(3)) return start(held)
  if (!told.here.has(who)) give(held, { type: 'arrive', personId }, [{ type: 'here', who }])
}

export function start(held: Held): void {
  give(held, { type: 'start', end: 'full-length' }, [{ type: 'start' }, { type: 'phase', phase: 0 }])
}

export function end(held: Held): void {
  give(held, { type: 'end' }, [{ type: 'end' }])
}

function moveFloor(held: Held, told: Told): void {
  const who = held.dice.below(people.length)
  const personId = people[who] ?? leadId
  // Whoever had it before a sleep has it no longer, which the console notices with the next act.
  if (told.floor.has(who) && held.truth.sleptMs() >= minuteMs) return
  if (told.floor.has(who)) return give(held, { type: 'release-floor', personId }, [{ type: 'quiet', who }])
  if (told.stage === 'paused' || held.kinds[told.phase] === 'break' || !told.here.has(who)) return
  give(held, { type: 'give-floor', personId }, [{ type: 'floor', who }])
}

function movePerson(held: Held, told: Told): void {
  const who = held.dice.below(people.length)
  const personId = people[who] ?? leadId
  if (told.here.has(who)) {
    const type = held.dice.pick(['step-out', 'leave'] as const)
    // Marks are made about the first, who is there to the end.
    if (who === 0) return
    return give(held, { type, personId }, [
      { type: 'quiet', who },
      { type: 'away', who },
    ])
  }
  const type = told.arrivals.has(who) ? 'return' : 'arrive'
  give(held, { type, personId }, [{ type: 'here', who }])
}

function movePhase(held: Held, told: Told): void {
  const isBack = held.dice.oneIn(3)
  const phase = told.phase + (isBack ? -1 : 1)
  if (phase < 0 || phase >= held.kinds.length) return
  const meant: Happening[] = told.stage === 'paused' ? [{ type: 'resume' }] : []
  if (held.kinds[phase] === 'break') for (const who of told.floor) meant.push({ type: 'quiet', who })
  give(held, { type: isBack ? 'previous-phase' : 'next-phase' }, [...meant, { type: 'phase', phase }])
}

function takeBreak(held: Held, told: Told): void {
  if (told.stage === 'paused') give(held, { type: 'resume' }, [{ type: 'resume' }])
  else give(held, { type: 'pause', kind: held.dice.pick(['break', 'pause'] as const) }, [{ type: 'pause' }])
}

function judge(held: Held, told: Told): void {
  const { dice, ledger } = held
  const gap = pickFrom(dice, [...told.gaps.keys()])
  const verdict = dice.pick(['keep', 'break', 'end'] as const)
  if (gap === undefined || told.gaps.get(gap)?.verdict === verdict) return
  const at = ledger.findIndex(({ what }) => what.type === 'gap' && what.gap === gap)
  const hasGoneOn = ledger
    .slice(at + 1)
    .some(
      ({ act, isUndone, what }) => act > 0 && !isUndone && what.type !== 'moment' && what.type !== 'verdict',
    )
  // A sleep that is noticed with the judging comes after the one that is judged.
  if (verdict === 'end' && hasGoneOn) return
  give(held, { type: 'judge-gap', gap: held.gapSeqs[gap] ?? 0, verdict }, [{ type: 'verdict', gap, verdict }])
}

function pickFrom<Item>(dice: Dice, items: readonly Item[]): Item | undefined {
  return items[dice.below(Math.max(1, items.length))]
}

function undo(held: Held, told: Told): void {
  const act = held.ledger.findLast((line) => line.act > 1 && !line.isUndone)?.act
  if (act === undefined) return
  const lines = held.ledger.filter((line) => line.act === act)
  const ended = lines.find(
    ({ what }) => what.type === 'end' || (what.type === 'verdict' && what.verdict === 'end'),
  )
  const { wallMs } = held.truth.clock.read()
  if (told.stage === 'ended' && ended !== undefined && wallMs - ended.wallMs > reopenMs) return
  give(held, { type: 'undo' }, [])
  for (const line of lines) line.isUndone = true
  // An undo that opens a session again is a sign of life.
  if (told.stage === 'ended' && isActive(toldNow(held))) held.truth.beat()
}
