/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { definitely, passphrase, valueOf } from '../../../core/support/world.ts'
import { createDice, type Dice } from '../../../properties/dice.ts'
import { eventText } from '../../../../src/main/core/session/chain.ts'
import type { Core } from '../../../../src/main/core/create-core.ts'
import { actAtDesk } from './desk-acts.ts'
import { print, type Desk } from './desk.ts'
import { eventPlace } from './lines.ts'
import { actInRoom, beginSession } from './live-acts.ts'
import { createHomeCore } from './home-core.ts'

// A console at which somebody works without a break, to be killed or cut off from its power. It prints what it asks for and
// whatever was acknowledged to it. Its arguments: a folder, a seed, and after how many acts it is shut down.
const [, , folder, seed, actCount] = process.argv

const core = createHomeCore(definitely(folder), (name, push) => {
  if (name !== 'session.appended' || push === null || typeof push !== 'object' || !('events' in push)) return
  const { sessionId, events } = push
  print({
    kind: 'saved',
    facts: events.map((event) => [eventPlace(sessionId, event.seq), eventText(event)]),
  })
})
const desk = await sitDown(core, createDice(Number(seed)))
print({ kind: 'ready' })
for (let act = 0; act < Number(actCount); act += 1) {
  if (desk.running !== null) await actInRoom(desk, desk.running)
  else if (desk.dice.oneIn(12)) await beginSession(desk, null)
  else await actAtDesk(desk)
}
await core.run('shut-down', null)

async function sitDown({ call }: Core, dice: Dice): Promise<Desk> {
  valueOf(await call('vault.unlock', { kind: 'passphrase', secret: passphrase }))
  const current = valueOf(await call('session.current', {}))
  const { members, facilitators, groups } = valueOf(await call('roster.read', {}))
  const { measures } = valueOf(await call('measures.read', {}))
  const groupId = definitely(groups[0]).id
  const seated = members.filter(({ groupIds }) => groupIds.includes(groupId)).map(({ id }) => id)
  let words = 0
  const found: Desk = {
    core,
    dice,
    // Long ones fill several pages.
    word: () =>
      `Word ${seed} ${(words += 1)} of a busy evening.`.padEnd(
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
