import { beat, comeBack, lockUp, type Held } from './clock-session.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const yearMs = 365 * 24 * hourMs

// By how much a wall clock may be wrong: every two differ by more than the drift that two starts of the core overlook.
const offs = [
  0,
  0,
  0,
  5_000,
  -5_000,
  17 * minuteMs,
  -17 * minuteMs,
  hourMs,
  -hourMs,
  3 * hourMs,
  -2 * hourMs,
  26 * hourMs,
  -26 * hourMs,
  -30 * yearMs,
  -50 * yearMs,
  5 * yearMs,
] as const
const zones = ['America/Chicago', 'Europe/Vienna', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'] as const

type Mishap = (held: Held) => void

/** Something happens to the console's clocks. In a steady session no core ends, and the wall clock may go wrong a little. */
export function befall(held: Held, isSteady: boolean): void {
  const { dice } = held
  dice.pick(isSteady ? [...always, drift] : [...always, crash, crash, reboot, lock])(held)
}

const sleep: Mishap = ({ dice, truth }) => {
  truth.sleep(dice.oneIn(2) ? 2_000 + dice.below(50_000) : minuteMs + dice.below(25 * minuteMs))
}

const moveWall: Mishap = ({ dice, truth }) => truth.setOff(dice.pick(offs))

const moveZone: Mishap = ({ dice, truth }) => truth.clock.moveTo(dice.pick(zones))

const heartbeats: Mishap = (held) => {
  for (let count = 1 + held.dice.below(3); count > 0; count -= 1) {
    held.truth.pass(held.dice.below(10_000))
    beat(held)
  }
}

const always: readonly [Mishap, ...Mishap[]] = [sleep, moveWall, moveZone, heartbeats]

const drift: Mishap = ({ dice, truth }) => truth.setOff(truth.now().offMs + dice.below(6_000) - 3_000)

// Less than this is a restart that nobody notices; the clocks overlook as much.
const shortestMs = 3_000

function beAway(held: Held): void {
  const { dice, truth } = held
  truth.pass(shortestMs + dice.below(dice.oneIn(2) ? 20_000 : 30 * minuteMs))
  if (dice.oneIn(3)) sleep(held)
  if (dice.oneIn(3)) moveWall(held)
  if (dice.oneIn(6)) moveZone(held)
}

const crash: Mishap = (held) => {
  if (held.dice.oneIn(2)) beat(held)
  held.truth.restart()
  beAway(held)
  comeBack(held)
}

const reboot: Mishap = (held) => {
  if (held.dice.oneIn(2)) beat(held)
  if (held.dice.oneIn(2)) held.truth.pass(held.dice.below(minuteMs))
  held.truth.reboot()
  beAway(held)
  comeBack(held)
}

const lock: Mishap = (held) => {
  const watch = lockUp(held)
  for (let count = held.dice.below(4); count > 0; count -= 1) {
    held.truth.pass(held.dice.below(10 * minuteMs))
    watch.beat()
  }
  beAway(held)
  comeBack(held, watch)
}
