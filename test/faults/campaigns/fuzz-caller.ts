/* oxlint-disable no-await-in-loop -- one after the other */
import { setImmediate } from 'node:timers/promises'
import type { Sender } from '../../../src/main/ipc/door.ts'
import { personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { contract, isCallName, type CallName } from '../../../src/shared/ipc/contract.ts'
import { passphrase, recoveryCode } from '../../core/support/world.ts'
import type { Dice } from '../../properties/dice.ts'
import { promiseNothing, type Promised } from './fuzz-aftermath.ts'
import type { Finding } from './campaign.ts'
import type { House } from './fuzz-house.ts'
import { fill, harvest, type InputSources, type Pool } from './fuzz-inputs.ts'
import { junk, junkName } from './fuzz-junk.ts'
import { mutate } from './fuzz-mutate.ts'
import { notePromises } from './fuzz-promises.ts'
import { judge, judgeLog, rememberShared, type Asked } from './fuzz-oracle.ts'
import { askEach, askWithScraps } from './fuzz-sweep.ts'
import { pin, reviewerPassphrase } from './fuzz-vault.ts'
import type { Watch } from './fuzz-watch.ts'

/** How a vault is found: as whom it is opened, if it is there. */
export type Start = 'author' | 'reviewer' | 'locked' | 'absent'

export interface Caller {
  readonly promised: Promised
  begin(): Promise<void>
  /** Asks so many calls at once, and holds each answer to what it has to be. */
  ask(count: number): Promise<void>
  end(): Promise<void>
}

interface CallerSettings {
  readonly house: House
  readonly dice: Dice
  readonly pool: Pool
  readonly start: Start
  readonly watch: Watch
  readonly tell: (finding: Finding, words: string) => void
}

const names = Object.keys(contract).filter(isCallName)
// They derive a key, encrypt anew or write files one by one: a hundred times as long as all others.
const slow =
  /^(?:vault\.(?:create|unlock)|reviewer\.(?:let-in|revoke|co-sign)|keys\.|retention\.(?:erase|destroy)|conceal\.(?:reveal|set|remove)|note\.co-sign|roster\.(?:set|reset)-signing|export\.|disclosures\.enter|import\.)/
const slowNames = names.filter((name) => slow.test(name))
const quickNames = names.filter((name) => !slow.test(name) && name !== 'vault.lock')
const sweptNames = quickNames.filter((name) => name !== 'conceal.begin')
/** Who may come in, or who is named, is another thing after one of these. */
const turning = /^(?:vault|keys|conceal|reviewer|retention)\./
const often = [
  'session.act',
  'session.act',
  'session.act',
  'session.record-note',
  'session.keep-private-note',
  'debrief.save-response',
  'note.sign',
  'session.prepare',
] as const satisfies CallName[]

export function createCaller({ house, dice, pool, start, watch, tell }: CallerSettings): Caller {
  const promised = promiseNothing(start === 'absent' ? null : passphrase)
  let isConcealed = false
  const secret = () =>
    dice.pick([
      promised.passphrase ?? passphrase,
      promised.passphrase ?? passphrase,
      reviewerPassphrase,
      recoveryCode,
      pin,
    ])
  const sources: InputSources = {
    dice,
    pool,
    folder: house.beside,
    secret,
    nowMs: () => house.clock.read().wallMs,
  }

  async function comeIn(): Promise<void> {
    if (promised.passphrase === null) return
    const secretOf = start === 'reviewer' && !dice.oneIn(4) ? reviewerPassphrase : promised.passphrase
    await answerTo(askedOf('vault.unlock', { kind: 'passphrase', secret: secretOf }))
  }

  function askedOf(name: unknown, input: unknown, sender: Sender = { window: 'console' }): Asked {
    return { sender, name, input, role: house.role(), isConcealed: isConcealed && house.role() !== null }
  }

  async function answerTo(asked: Asked): Promise<void> {
    const { sender, name, input } = asked
    const known = isCallName(name) ? name : 'an unknown call'
    const say = (finding: Finding, words: string) => tell(finding, `${known}: ${words}`)
    try {
      const answer = structuredClone(await house.door(sender, name, input))
      judge(asked, answer, say)
      if (watch.takeTouches() > 0) say('wrongAnswers', 'a path outside of the console was touched')
      if (name === 'retention.erase') watch.forget()
      if (watch.hasRewritten()) say('corrupted', 'something signed or logged was changed')
      if (!answer.ok || !isCallName(name)) return
      harvest(contract[name].output, answer.value, pool)
      notePromises(promised, name, input, answer.value)
      isConcealed = concealedAfter(isConcealed, name, answer.value)
    } catch (error) {
      say('crashes', `the door threw ${error instanceof Error ? error.name : typeof error}`)
    }
  }

  const isAsBefore = rememberShared()

  /** What is left to no luck: every call as the vault is found, with every scrap in it, and while the names are concealed. */
  async function sweep(): Promise<void> {
    for (const [name, input] of askWithScraps(sweptNames, sources)) await answerTo(askedOf(name, input))
    for (const [name, input] of askEach(sweptNames, sources)) await answerTo(askedOf(name, input))
    if (house.role() === null) return
    await answerTo(askedOf('conceal.begin', {}))
    for (const [name, input] of askEach(sweptNames, sources)) await answerTo(askedOf(name, input))
    const right = promised.passphrase ?? passphrase
    for (const secretOf of [right, reviewerPassphrase])
      if (isConcealed) await answerTo(askedOf('conceal.reveal', { kind: 'passphrase', secret: secretOf }))
  }

  return {
    promised,
    async begin() {
      if (start === 'author' || start === 'reviewer') await comeIn()
      for (const [name, input] of rareActs(dice, pool)) await answerTo(askedOf(name, input))
      await sweep()
    },
    async ask(count) {
      passTime(house, dice)
      const asked = Array.from({ length: count }, () => choose(sources, count > 1, askedOf))
      await Promise.all(asked.map(answerTo))
      judgeLog(house.takeLog(), tell)
      if (!isAsBefore()) tell('wrongAnswers', 'what all objects share was changed')
      if (dice.oneIn(40)) await house.core.beat()
      // An import or a rebuild goes on between calls.
      if (dice.oneIn(20)) await setImmediate()
      if (house.role() === null) {
        isConcealed = false
        if (start !== 'locked' && dice.oneIn(60)) await comeIn()
      } else if (isConcealed && dice.oneIn(50))
        await answerTo(askedOf('conceal.reveal', { kind: 'passphrase', secret: secret() }))
      if (start === 'locked' && house.role() !== null) await answerTo(askedOf('vault.lock', {}))
    },
    async end() {
      await answerTo(askedOf('vault.lock', {}))
      await house.core.run('shut-down', null)
      judgeLog(house.takeLog(), tell)
    },
  }
}

/** What luck would hardly ever bring about: while a session runs nothing is erased and no key is changed. */
function rareActs(dice: Dice, pool: Pool): readonly (readonly [CallName, unknown])[] {
  const [firstSession, ...others] = pool.get(sessionIdSchema) ?? []
  // The author comes first, and then whose chart is long past its date.
  const people = pool.get(personIdSchema) ?? []
  const right = { authorPassphrase: passphrase }
  const acts = [
    ['retention.erase', { personIds: [people[1]], ...right }],
    ['retention.destroy-private', { sessionIds: [firstSession], ...right }],
    ['reviewer.revoke', { personId: people.at(-1), ...right }],
  ] as const
  const end = ['session.act', { sessionId: others.at(-1), command: { type: 'end' } }] as const
  return dice.oneIn(2) ? [] : [end, ...acts.filter(() => dice.oneIn(4))]
}

function concealedAfter(isConcealed: boolean, name: CallName, value: unknown): boolean {
  if (name === 'conceal.begin') return true
  if (name === 'vault.lock') return false
  const isRevealed = typeof value === 'object' && value !== null && 'isRevealed' in value && value.isRevealed
  return isConcealed && !(name === 'conceal.reveal' && isRevealed === true)
}

function passTime({ clock }: House, dice: Dice): void {
  clock.pass(dice.below(10_000))
  if (dice.oneIn(300)) clock.sleep(dice.below(3_600_000))
  if (dice.oneIn(500)) clock.moveWall(dice.below(7_200_000) - 3_600_000)
  if (dice.oneIn(500)) clock.moveTo(dice.pick(['Europe/Vienna', 'America/Chicago', 'Pacific/Apia']))
}

type AskedOf = (name: unknown, input: unknown, sender?: Sender) => Asked

function choose(sources: InputSources, isBurst: boolean, askedOf: AskedOf): Asked {
  const { dice, folder } = sources
  const sender: Sender = { window: dice.oneIn(60) ? dice.pick(['room', 'room', 'none']) : 'console' }
  if (dice.oneIn(50)) return askedOf(junkName(dice, names), sent(junk(dice, folder)), sender)
  const name = chooseName(dice, isBurst)
  const input = chooseInput(name, sources)
  return askedOf(name, sent(input), sender)
}

function chooseName(dice: Dice, isBurst: boolean): CallName {
  if (dice.oneIn(4)) return dice.pick(often)
  if (!isBurst && dice.oneIn(500)) return 'vault.lock'
  const from = dice.oneIn(12) ? slowNames : quickNames
  const name = from[dice.below(from.length)] ?? 'vault.access'
  return isBurst && turning.test(name) ? 'vault.access' : name
}

function chooseInput(name: CallName, sources: InputSources): unknown {
  const { dice, folder } = sources
  const made = () => fill(contract[name].input, sources)
  if (dice.oneIn(2)) return made()
  if (dice.oneIn(12)) return junk(dice, folder)
  const other = () => fill(contract[names[dice.below(names.length)] ?? name].input, sources)
  let input = mutate(dice, made(), { folder, other })
  while (dice.oneIn(3)) input = mutate(dice, input, { folder, other })
  return input
}

/** As it comes from another process. What cannot come is handed over as it is: the door is to stand that too. */
function sent(input: unknown): unknown {
  try {
    return structuredClone(input)
  } catch {
    return input
  }
}
