/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { definitely, passphrase, valueOf } from '../../../core/support/world.ts'
import { eventText } from '../../../../src/main/core/session/chain.ts'
import type { PushName, Pushes } from '../../../../src/shared/ipc/pushes.ts'
import { actAtDesk } from './desk-acts.ts'
import type { Desk } from './desk.ts'
import { eventPlace, type Line } from './lines.ts'
import { actInRoom, beginSession } from './live-acts.ts'

/** What a push acknowledges, if it does. */
export function savedBy(name: PushName, push: Pushes[PushName]): Line | null {
  if (name !== 'session.appended' || push === null || typeof push !== 'object' || !('events' in push))
    return null
  const { sessionId, events } = push
  return { kind: 'saved', facts: events.map((event) => [eventPlace(sessionId, event.seq), eventText(event)]) }
}

interface Seat extends Pick<Desk, 'call' | 'inside' | 'tell' | 'dice'> {
  /** In each of its words, which are then nobody else's. */
  readonly name: string
}

/** Unlocks the vault, and goes on with what runs there. */
export async function sitDown({ name, ...seat }: Seat): Promise<Desk> {
  const { call, dice } = seat
  valueOf(await call('vault.unlock', { kind: 'passphrase', secret: passphrase }))
  const current = valueOf(await call('session.current', {}))
  const { members, facilitators, groups } = valueOf(await call('roster.read', {}))
  const { measures } = valueOf(await call('measures.read', {}))
  const groupId = definitely(groups[0]).id
  const seated = members.filter(({ groupIds }) => groupIds.includes(groupId)).map(({ id }) => id)
  let words = 0
  const found: Desk = {
    ...seat,
    // Long ones fill several pages.
    word: () =>
      `Word ${name} ${(words += 1)} of a busy evening.`.padEnd(
        dice.oneIn(8) ? 4_000 : 1 + dice.below(300),
        '.',
      ),
    groupId,
    leadId: definitely(facilitators[0]).id,
    memberIds: [definitely(seated[0]), ...seated.slice(1)],
    measureId: definitely(measures[0]).id,
    running: current.find(({ stage }) => stage === 'running')?.sessionId ?? null,
    ended: current.find(({ stage }) => stage === 'ended')?.sessionId ?? null,
    privateIds: [],
  }
  const prepared = current.find(({ stage }) => stage === 'prepared')
  if (prepared !== undefined && found.running === null) await beginSession(found, prepared.sessionId)
  return found
}

/** Does one thing after the other, so many of them. */
export async function work(desk: Desk, actCount: number): Promise<void> {
  for (let act = 0; act < actCount; act += 1) {
    if (desk.running !== null) await actInRoom(desk, desk.running)
    else if (desk.dice.oneIn(12)) await beginSession(desk, null)
    else await actAtDesk(desk)
  }
}
