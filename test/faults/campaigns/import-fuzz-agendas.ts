import { isDeepStrictEqual } from 'node:util'
import { agendaFileTasks } from '../../../src/main/core/agenda/agenda-file-handlers.ts'
import { agendaHandlers } from '../../../src/main/core/agenda/agenda-handlers.ts'
import { readAgenda } from '../../../src/main/core/agenda/agenda-repository.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { rosterHandlers } from '../../../src/main/core/roster/roster-handlers.ts'
import { templatePhaseOf, type TemplatePhase } from '../../../src/shared/agenda/phase.ts'
import type { BroughtAgenda } from '../../../src/shared/ipc/agenda-file-calls.ts'
import { createSimulatedClock } from '../../core/support/simulated-clock.ts'
import { groupDraft, valueOf } from '../../core/support/world.ts'
import type { Dice } from '../../properties/dice.ts'
import { mutate } from './fuzz-mutate.ts'
import { hashRecord, openInMemory } from './import-fuzz-desk.ts'
import { spoil, strangeFile, words } from './import-fuzz-tables.ts'

/** Somebody who is shown agendas as files: whole ones, ones that were changed, and other files. */
export interface AgendaDesk {
  /** Opens one at random for a group; what was wrong with that, null where nothing was. */
  tryFile(dice: Dice): Promise<string | null>
}

const lengthMinutes = 90

export async function openAgendaDesk(): Promise<AgendaDesk> {
  const { record } = openInMemory()
  const sources = { record, random: systemRandom, clock: createSimulatedClock() }
  const created = await rosterHandlers(sources)['roster.create-group']({ ...groupDraft, lengthMinutes })
  const { groupId } = valueOf(created)
  const open = agendaFileTasks(sources)['agenda.read-file']
  const change = agendaHandlers(sources)['agenda.change']
  return {
    async tryFile(dice) {
      const known = anyFile(dice)
      const isWhole = dice.oneIn(3)
      const bytes = isWhole ? written(dice, known) : harmed(dice, known)
      const before = hashRecord(record, 'all')
      const opened = open({ groupId, bytes })
      if (hashRecord(record, 'all') !== before) return 'opening a file changed the record'
      if (!opened.ok) {
        if (opened.error.code !== 'not-an-agenda') return `refused as ${opened.error.code}`
        return isWhole ? 'a whole agenda was refused' : null
      }
      const wrong = isWhole ? differsFrom(known, opened.value) : notFrom(bytes, opened.value)
      return wrong ?? (dice.oneIn(8) ? takeOver(opened.value) : null)
    },
  }

  /** What was opened is saved, as its reader would, where its minutes allow it. */
  async function takeOver({ phases }: BroughtAgenda): Promise<string | null> {
    const isFit = sumOf(phases) <= lengthMinutes
    const saved = await change({ groupId, phases })
    if (saved.ok !== isFit) return isFit ? 'what fits was not saved' : 'what does not fit was saved'
    return isFit && !isDeepStrictEqual(readAgenda(record, groupId), phases)
      ? 'something else was saved'
      : null
  }
}

interface KnownFile {
  readonly format: string
  readonly version: number
  readonly groupType: BroughtAgenda['groupType']
  readonly lengthMinutes: number
  readonly phases: readonly TemplatePhase[]
}

function anyFile(dice: Dice): KnownFile {
  const phases = Array.from({ length: 1 + dice.below(24) }, () => anyPhase(dice))
  return {
    format: 'circlekeeper-agenda',
    version: 1,
    groupType: dice.pick(['psychoeducation', 'skills', 'process', 'trauma', 'family', 'iop-evening']),
    lengthMinutes: dice.oneIn(3) ? Math.max(lengthMinutes, sumOf(phases)) : sumOf(phases) + dice.below(60),
    phases,
  }
}

function anyPhase(dice: Dice): TemplatePhase {
  const minutes = 1 + dice.below(15)
  const name = Array.from({ length: 1 + dice.below(3) }, () => words[dice.below(words.length)]).join(' ')
  return {
    name: name.trim(),
    kind: dice.pick(['plain', 'round', 'break']),
    minutes,
    minimumMinutes: 1 + dice.below(minutes),
    isProtected: dice.oneIn(3),
  }
}

/** As one program or another writes JSON. */
function written(dice: Dice, file: KnownFile): Buffer {
  const entries = Object.entries(file)
  const turned = Object.fromEntries(dice.oneIn(2) ? entries : entries.toReversed())
  const text = JSON.stringify(turned, null, dice.pick([0, 2, '\t']))
  const escaped = dice.oneIn(2)
    ? text
    : text.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Buffer.from(`${dice.oneIn(4) ? '\u{feff}' : ''}${escaped}${dice.oneIn(2) ? '\r\n' : ''}`)
}

function harmed(dice: Dice, file: KnownFile): Uint8Array {
  if (dice.oneIn(5)) return strangeFile(dice)
  if (dice.oneIn(2)) return spoil(dice, written(dice, file))
  let wrong: unknown = file
  for (let times = 1 + dice.below(3); times > 0; times -= 1)
    wrong = mutate(dice, wrong, { folder: '/', other: () => anyPhase(dice) })
  try {
    return Buffer.from(JSON.stringify(wrong) ?? '')
  } catch {
    // What turns in a circle is no JSON.
    return strangeFile(dice)
  }
}

function differsFrom(known: KnownFile, brought: BroughtAgenda): string | null {
  const { groupType, lengthMinutes: made, phases } = brought
  if (groupType !== known.groupType || made !== known.lengthMinutes)
    return 'of another group than in the file'
  const planned = phases.map(templatePhaseOf)
  if (!isDeepStrictEqual(planned.map(untimed), known.phases.map(untimed)))
    return 'other phases than in the file'
  const isAsWritten = isDeepStrictEqual(planned, known.phases)
  if (made === lengthMinutes) return isAsWritten ? null : 'other minutes than in the file'
  const least = known.phases.reduce((sum, phase) => sum + leastOf(phase), 0)
  const total = sumOf(phases)
  if (least <= lengthMinutes) return total === lengthMinutes ? null : 'not fitted'
  return isAsWritten ? null : 'changed though it cannot be fitted'
}

function untimed(phase: TemplatePhase): TemplatePhase {
  return { ...phase, minutes: 0 }
}

function leastOf({ isProtected, kind, minutes, minimumMinutes }: TemplatePhase): number {
  return isProtected || kind === 'break' ? minutes : minimumMinutes
}

/** Whatever was done to a file: what comes out of it stands in it, and could have been typed. */
function notFrom(bytes: Uint8Array, { phases }: BroughtAgenda): string | null {
  const texts = textsOf(JSON.parse(new TextDecoder().decode(bytes)))
  if (phases.length < 1 || phases.length > 24) return 'more phases, or less, than an agenda has'
  for (const { name, minutes, minimumMinutes } of phases) {
    if (!texts.has(name)) return 'a name that does not stand in the file'
    // As the schema counts: a sign may be two units long.
    const { length } = Array.from(name)
    if (length < 1 || length > 60 || /\p{Cc}/u.test(name)) return 'a name that nobody can type'
    const areMinutes = [minutes, minimumMinutes].every(
      (one) => Number.isInteger(one) && one >= 1 && one <= 480,
    )
    if (!areMinutes || minimumMinutes > minutes) return 'minutes that no phase can have'
  }
  return new Set(phases.map(({ id }) => id)).size === phases.length ? null : 'two phases of one id'
}

function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value.trim())
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) textsOf(inner, found)
  return found
}

function sumOf(phases: readonly Pick<TemplatePhase, 'minutes'>[]): number {
  return phases.reduce((sum, { minutes }) => sum + minutes, 0)
}
