import type { Push } from '../../../src/main/core/push.ts'
import { createSessionLog, type SessionLog } from '../../../src/main/core/session/session-log.ts'
import { createWatch, type Watch } from '../../../src/main/core/watch/watch.ts'
import type { WritableDb } from '../../../src/main/core/vault/database.ts'
import type { GroupId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import type { AnyCommand } from '../../../src/shared/session/commands.ts'
import type { SessionEvent } from '../../../src/shared/session/events.ts'
import type { Dice } from '../../properties/dice.ts'
import { person, phase, prepareCommand } from '../../unit/session/arbitraries.ts'
import { tell, type Happening, type Line, type Told } from './clock-ledger.ts'
import type { Truth } from './clock-truth.ts'

/** Two facilitators and six members. */
export const people: readonly PersonId[] = Array.from({ length: 8 }, (_, index) => person(index))

/** The console said something else than what was expected of it. */
export class Differs extends Error {}

/** A session that is held on a console whose clocks are tampered with, and the ledger of what truly happened in it. */
export interface Held {
  readonly dice: Dice
  readonly db: WritableDb<'record'>
  readonly sessionId: SessionId
  readonly truth: Truth
  readonly ledger: Line[]
  readonly heard: SessionEvent[]
  readonly kinds: readonly ('plain' | 'round' | 'break')[]
  /** The numbers of the console's gaps, by those of the ledger. */
  readonly gapSeqs: number[]
  log: SessionLog
  acts: number
  atMs: number
}

interface Desk {
  readonly db: WritableDb<'record'>
  readonly groupId: GroupId
  readonly sessionId: SessionId
  readonly number: number
  readonly truth: Truth
  readonly dice: Dice
}

export function prepareSession({ db, groupId, sessionId, number, truth, dice }: Desk): Held {
  const heard: SessionEvent[] = []
  const kinds = Array.from({ length: 2 + dice.below(4) }, () =>
    dice.pick(['plain', 'plain', 'round', 'break'] as const),
  )
  const held: Held = {
    dice,
    db,
    sessionId,
    truth,
    kinds,
    heard,
    ledger: [],
    gapSeqs: [],
    log: openLog(db, truth, heard),
    acts: 0,
    atMs: 0,
  }
  const phases = kinds.map((kind, index) => ({
    id: phase(index),
    name: `Part ${index + 1}`,
    kind,
    minutes: 15,
    minimumMinutes: 1,
    isProtected: false,
  }))
  give(held, { ...prepareCommand(), groupId, number, phases, lengthMinutes: 90 }, [
    { type: 'here', who: 0 },
    { type: 'here', who: 1 },
  ])
  return held
}

function openLog(db: WritableDb<'record'>, { clock }: Truth, heard: SessionEvent[]): SessionLog {
  const push: Push = (_, pushed) => {
    if (typeof pushed === 'object' && pushed !== null && 'events' in pushed) heard.push(...pushed.events)
  }
  return createSessionLog({ db, clock, push })
}

export function toldNow({ ledger, atMs, kinds }: Held, untilMs = atMs): Told {
  return tell(ledger, (index) => kinds[index] === 'break', untilMs)
}

export function isActive({ stage }: Told): boolean {
  return stage === 'running' || stage === 'paused'
}

/** Gives a command that has to be taken, and enters what it means. */
export function give(held: Held, command: AnyCommand, meant: readonly Happening[]): void {
  const wasActive = isActive(toldNow(held))
  const heardBefore = held.heard.length
  const isGap = wasActive && held.truth.sleptMs() >= 60_000
  const awayMs = held.truth.sleptMs()
  const answer = held.log.append(held.sessionId, command)
  if (!answer.ok)
    throw new Differs(
      `${command.type} was refused: ${answer.error.code === 'refused' ? answer.error.refusal : answer.error.code}`,
    )
  held.atMs += held.ledger.length === 0 ? startOf(held) : held.truth.write()
  if (isGap) enterGap(held, awayMs, heardBefore)
  held.acts += 1
  enter(held, meant)
  if (!wasActive && isActive(toldNow(held))) held.truth.beat()
}

// Before the first event nothing of the session has passed.
function startOf({ truth }: Held): number {
  truth.write()
  return 0
}

export function enter(held: Held, meant: readonly Happening[]): void {
  const wallMs = held.truth.clock.read().wallMs
  for (const what of meant)
    held.ledger.push({ act: held.acts, atMs: held.atMs, wallMs, what, isUndone: false })
}

function enterGap(held: Held, awayMs: number, heardBefore: number): void {
  const returned = held.heard.slice(heardBefore).filter(({ body }) => body.type === 'console.returned')
  const [event] = returned
  if (event === undefined || returned.length > 1) throw new Differs('an absence was not told once')
  const { wallMs } = held.truth.clock.read()
  const what: Happening = { type: 'gap', gap: held.gapSeqs.length, awayMs }
  held.gapSeqs.push(event.seq)
  held.ledger.push({ act: 0, atMs: held.atMs, wallMs, what, isUndone: false })
}

/** The console notes that it is there. */
export function beat(held: Held): void {
  const { truth } = held
  const isOn = isActive(toldNow(held))
  const awayMs = truth.sleptMs()
  const heardBefore = held.heard.length
  held.log.beat()
  if (isOn && (awayMs >= 60_000 || truth.hasJumped())) {
    held.atMs += truth.write()
    if (awayMs >= 60_000) enterGap(held, awayMs, heardBefore)
  }
  truth.beat()
}

/** The vault is locked; what follows is not seen until it is opened again. */
export function leave(held: Held): void {
  const isSlept = isActive(toldNow(held)) && held.truth.sleptMs() >= 60_000
  if (isSlept) held.log.leave()
  else leaveAwake(held)
}

function leaveAwake(held: Held): void {
  const isJumped = isActive(toldNow(held)) && held.truth.hasJumped()
  held.log.leave()
  if (isJumped) held.atMs += held.truth.write()
  held.truth.beat()
}

/** The vault is locked while the core goes on: it watches a session that runs. */
export function lockUp(held: Held): Watch {
  leave(held)
  const { clock } = held.truth
  const watch = createWatch({ clock, push: () => undefined, readTheme: () => 'system' })
  const running = held.log.running()
  if (running !== undefined) watch.begin(running, [])
  return watch
}

/** The core, or the vault, is there again. */
export function comeBack(held: Held, watch?: Watch): void {
  held.log = openLog(held.db, held.truth, held.heard)
  const isOn = isActive(toldNow(held))
  const heardBefore = held.heard.length
  held.log.comeBack(watch?.seen())
  if (!isOn) return
  const { passedMs, awayMs } = held.truth.comeBack()
  held.atMs += passedMs
  enterGap(held, awayMs, heardBefore)
}
