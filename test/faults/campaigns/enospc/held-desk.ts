import { eventText } from '../../../../src/main/core/session/chain.ts'
import type { Core } from '../../../../src/main/core/create-core.ts'
import type { CoreCallName } from '../../../../src/main/core/protocol.ts'
import type { GroupId, PersonId, SessionId } from '../../../../src/shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../../src/shared/ipc/contract.ts'
import type { Command } from '../../../../src/shared/session/commands.ts'
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

export function createHeldDesk(home: string, begun: Facts): HeldDesk {
  const told = new Map(begun)
  let saved: Facts = new Map(begun)
  let isWaiting = false
  let isOpen = false
  const takeStock = () => {
    if (!isWaiting) saved = new Map(told)
  }
  const core = createHomeCore(home, (name, push) => {
    if (name === 'vault.access-changed') isOpen = push === 'unlocked'
    if (push === null || typeof push !== 'object') return
    if (name === 'vault.unwritten-changed' && 'unwritten' in push) isWaiting = push.unwritten !== null
    if (name === 'session.appended' && 'events' in push)
      for (const event of push.events) told.set(eventPlace(push.sessionId, event.seq), eventText(event))
    takeStock()
  })
  const desk: Desk = {
    core,
    words: 0,
    asked: new Set(),
    running: null,
    prepared: null,
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
  running: SessionId | null
  prepared: SessionId | null
}

const expected: ReadonlySet<string> = new Set(['refused', 'disk-full', 'session-open'])

/** Asks, and lets pass what a full disk explains. */
async function ask<Name extends CoreCallName>(
  { core }: Desk,
  name: Name,
  input: ParsedInputOf<Name>,
): Promise<Answer<Name>> {
  const answer = await core.call(name, input)
  if (!answer.ok && !expected.has(answer.error.code)) throw new Error(`${name}: ${answer.error.code}`)
  return answer
}

async function act(desk: Desk, dice: Dice): Promise<void> {
  if (desk.running === null) return begin(desk)
  const sessionId = desk.running
  const turn = dice.below(20)
  if (turn < 9) await ask(desk, 'session.act', { sessionId, command: await tap(desk, dice) })
  else if (turn < 13) await write(desk, dice, 'session.record-note', 'note')
  else if (turn < 16) await write(desk, dice, 'session.keep-private-note', 'private')
  else if (turn < 19) await desk.core.beat()
  else if ((await ask(desk, 'session.act', { sessionId, command: { type: 'end' } })).ok) desk.running = null
}

async function begin(desk: Desk): Promise<void> {
  const { groupId, leadId } = await people(desk)
  const input = { groupId, topic: '', leadId, coLeadIds: [], plannedStartMs: null }
  if (desk.prepared === null) {
    const prepared = await ask(desk, 'session.prepare', input)
    if (!prepared.ok) return
    desk.prepared = prepared.value.sessionId
  }
  const sessionId = desk.prepared
  await ask(desk, 'session.act', { sessionId, command: { type: 'arrive-all' } })
  const started = await ask(desk, 'session.act', {
    sessionId,
    command: { type: 'start', end: 'full-length' },
  })
  if (!started.ok) return
  desk.running = sessionId
  desk.prepared = null
}

async function write(
  desk: Desk,
  dice: Dice,
  name: 'session.record-note' | 'session.keep-private-note',
  kind: 'note' | 'private',
): Promise<void> {
  if (desk.running === null) return
  desk.words += 1
  // Long ones fill several pages.
  const text = `Word ${desk.words}`.padEnd(dice.oneIn(6) ? 9_000 : 10 + dice.below(300), '.')
  desk.asked.add(text)
  const kept = await ask(desk, name, { sessionId: desk.running, text })
  if (kept.ok) desk.tell(`${kind}/${desk.running}/${kept.value.noteId}`, kept.value.text)
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
