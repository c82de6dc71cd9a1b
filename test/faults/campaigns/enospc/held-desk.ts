import { eventText } from '../../../../src/main/core/session/chain.ts'
import type { Core } from '../../../../src/main/core/create-core.ts'
import type { CoreCallName } from '../../../../src/main/core/protocol.ts'
import type { GroupId, PersonId, SessionId } from '../../../../src/shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../../src/shared/ipc/contract.ts'
import type { Command } from '../../../../src/shared/session/commands.ts'
import { fold } from '../../../../src/shared/session/fold.ts'
import { emptySession, type SessionState, type Stage } from '../../../../src/shared/session/state.ts'
import { markSchema } from '../../../../src/shared/session/vocabulary.ts'
import { definitely, passphrase, valueOf } from '../../../core/support/world.ts'
import type { Dice } from '../../../properties/dice.ts'
import { createHomeCore } from '../busy/home-core.ts'
import type { Facts } from '../busy/ledger.ts'
import { eventPlace } from '../busy/lines.ts'

/** A console that somebody works at, whatever its disk does, and what it has told them. */
export interface HeldDesk {
  readonly core: Core
  /** Everything that was told: events, and the words of notes, each under its place in the vault. */
  readonly told: Map<string, string>
  /** The part of it that was told while nothing was said to wait for the disk. */
  readonly saved: () => Facts
  readonly isWaiting: () => boolean
  /** The words of every note that was asked to be kept, whatever the answer. */
  readonly asked: ReadonlySet<string>
  readonly unlock: () => Promise<boolean>
  /** Does one thing of a session: begins it, taps, writes, ends it. Nothing while the vault is locked. */
  readonly act: (dice: Dice) => Promise<void>
}

/** A full disk does not explain this answer. */
export class WrongAnswer extends Error {}

/** `start` may plant a fault in the core. */
export function createHeldDesk(home: string, begun: Facts, start = createHomeCore): HeldDesk {
  const told = new Map(begun)
  const sessions = new Map<SessionId, SessionState>()
  let saved: Facts = new Map(begun)
  let isWaiting = false
  let isOpen = false
  const takeStock = () => {
    if (!isWaiting) saved = new Map(told)
  }
  const core = start(home, (name, push) => {
    if (name === 'vault.access-changed') isOpen = push === 'unlocked'
    if (push === null || typeof push !== 'object') return
    if (name === 'vault.unwritten-changed' && 'unwritten' in push) isWaiting = push.unwritten !== null
    if (name === 'session.appended' && 'events' in push) {
      const { sessionId, events } = push
      sessions.set(sessionId, events.reduce(fold, sessions.get(sessionId) ?? emptySession))
      for (const event of events) told.set(eventPlace(sessionId, event.seq), eventText(event))
    }
    takeStock()
  })
  const desk: Desk = {
    core,
    words: 0,
    asked: new Set(),
    sessions,
    tell(place, text) {
      told.set(place, text)
      takeStock()
    },
  }
  return {
    core,
    told,
    saved: () => saved,
    isWaiting: () => isWaiting,
    unlock: async () => (await ask(desk, 'vault.unlock', { kind: 'passphrase', secret: passphrase })).ok,
    asked: desk.asked,
    act: (dice) => (isOpen ? act(desk, dice) : Promise.resolve()),
  }
}

interface Desk {
  readonly core: Core
  readonly tell: (place: string, text: string) => void
  words: number
  readonly asked: Set<string>
  /** What each session has become, as it was told. */
  readonly sessions: ReadonlyMap<SessionId, SessionState>
}

/** The session that is at one of these stages, if one is. Taking its start back makes a running one a prepared one. */
function sessionAt({ sessions }: Desk, ...stages: readonly Stage[]): SessionId | null {
  for (const [sessionId, { stage }] of sessions) if (stages.includes(stage)) return sessionId
  return null
}

const runningSession = (desk: Desk) => sessionAt(desk, 'running', 'paused')

/** What may be answered to whoever prepares and begins. While a session runs, it goes on in memory where the disk is full. */
const beforeSession: ReadonlySet<string> = new Set(['refused', 'disk-full', 'session-open'])
const duringSession: ReadonlySet<string> = new Set(['refused'])

/** Asks, and lets pass what a full disk explains. */
async function ask<Name extends CoreCallName>(
  desk: Desk,
  name: Name,
  input: ParsedInputOf<Name>,
): Promise<Answer<Name>> {
  const isRunning = runningSession(desk) !== null
  const answer = await desk.core.call(name, input)
  const expected = isRunning ? duringSession : beforeSession
  if (!answer.ok && !expected.has(answer.error.code)) {
    const where = isRunning ? ', while a session runs' : ''
    throw new WrongAnswer(`${name}: ${answer.error.code}${where}`)
  }
  return answer
}

async function act(desk: Desk, dice: Dice): Promise<void> {
  const sessionId = runningSession(desk)
  if (sessionId === null) return begin(desk)
  const turn = dice.below(20)
  if (turn < 9) await ask(desk, 'session.act', { sessionId, command: await tap(desk, dice) })
  else if (turn < 13) await write(desk, sessionId, dice, 'note')
  else if (turn < 16) await write(desk, sessionId, dice, 'private')
  else if (turn < 19) await desk.core.beat()
  else await ask(desk, 'session.act', { sessionId, command: { type: 'end' } })
}

async function begin(desk: Desk): Promise<void> {
  const sessionId = sessionAt(desk, 'prepared') ?? (await prepare(desk))
  if (sessionId === null) return
  await ask(desk, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  await ask(desk, 'session.act', { sessionId, command: { type: 'start', end: 'full-length' } })
}

async function prepare(desk: Desk): Promise<SessionId | null> {
  const { groupId, leadId } = await people(desk)
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  const prepared = await ask(desk, 'session.prepare', input)
  return prepared.ok ? prepared.value.sessionId : null
}

const keepingCalls = { note: 'session.record-note', private: 'session.keep-private-note' } as const

async function write(
  desk: Desk,
  sessionId: SessionId,
  dice: Dice,
  kind: keyof typeof keepingCalls,
): Promise<void> {
  desk.words += 1
  // Long ones fill several pages.
  const text = `Word ${desk.words}`.padEnd(dice.oneIn(6) ? 9_000 : 10 + dice.below(300), '.')
  desk.asked.add(text)
  const kept = await ask(desk, keepingCalls[kind], { sessionId, text })
  if (kept.ok) desk.tell(`${kind}/${sessionId}/${kept.value.noteId}`, kept.value.text)
}

interface People {
  readonly groupId: GroupId
  readonly leadId: PersonId
  readonly memberIds: readonly PersonId[]
}

async function people({ core }: Desk): Promise<People> {
  const { members, facilitators, groups } = valueOf(await core.call('roster.read', {}))
  return {
    groupId: definitely(groups[0]).id,
    leadId: definitely(facilitators[0]).id,
    memberIds: members.map(({ id }) => id),
  }
}

async function tap(desk: Desk, dice: Dice): Promise<Command> {
  const { memberIds } = await people(desk)
  const personId = definitely(memberIds[dice.below(memberIds.length)])
  const mark = definitely(markSchema.options[dice.below(markSchema.options.length)])
  const commands: readonly [Command, ...Command[]] = [
    { type: 'give-floor', personId },
    { type: 'release-floor', personId },
    { type: 'mark', personId, mark },
    { type: 'next-phase' },
    { type: 'record-agreement', personId },
    { type: 'extend-session', minutes: 1 + dice.below(9) },
    { type: 'undo' },
  ]
  return dice.pick(commands)
}
