import { chartAbbreviations } from '../../src/shared/record/guards/name-words.ts'
import type { Dice } from './dice.ts'
import type { Named } from './paper-cast.ts'

// `{n}` is somebody else; they are sentences as they stand in notes.
const naming: readonly [string, ...string[]] = [
  'Gave feedback to {n} about the walk home.',
  'She told {n} that she had called her sister.',
  'Asked {n} how the week had gone.',
  'Practised the refusal with {n}, twice.',
  'Sat next to {n} and wrote three lines on her card.',
  'Disagreed with {n} about the rule and said so.',
  '{n} said that evenings are hardest, and she agreed.',
  '{n} asked her to repeat it.',
  'She answered when {n} asked about her plan.',
  'She was moved by {n}’s letter.',
  "Wrote down {n}'s advice.",
  'Thanked {n} for the lift.',
  'Spoke right after {n} and was brief.',
  'She and {n} rehearsed the phone call together.',
  'Plan: call {n} on Thursday.',
]

// Words that are somebody's name as well, meant as words.
const plain: readonly [string, ...string[]] = [
  'Named the walk home as the trigger: past the corner store, at 17:40.',
  'Said "I will not go in", and will try it on Friday.',
  'Spoke of hope and grace in small steps; there may be a relapse in spring.',
  'Used urge surfing for two minutes and rated the urge 4 of 10 after it.',
  'Put a mark on the calendar for each dry day, nine so far.',
  'Passed in the first round and spoke at 18:40.',
  'Cried when the letter was read, and stayed in the room.',
  'She took a rose from the table and said that dawn is the best time for a walk.',
  'Read the card aloud and asked one question about it.',
  'Reported four of five evenings without a drink.',
  'Practises the breathing card each day; brings the bill for the bus to the office.',
]

const plans: readonly [string, ...string[]] = [
  'Walks home by Elm Street on Wednesday.',
  'Calls her sponsor on Friday and brings the card.',
  'Two minutes of urge surfing a day.',
  'Everyone brings one evening to plan.',
]

const replacements: readonly [string, ...string[]] = ['has', 'gave her', 'wrote down']

/** One to four sentences, of which some name somebody; the clinician has not looked at them yet. */
export function write(dice: Dice, others: readonly Named[], namingIn: number): string {
  const count = 1 + dice.below(4)
  return Array.from({ length: count }, () => sentence(dice, others, namingIn)).join(' ')
}

export function writePlan(dice: Dice, others: readonly Named[]): string {
  return dice.oneIn(3) ? write(dice, others, 2) : dice.pick(plans)
}

function sentence(dice: Dice, others: readonly Named[], namingIn: number): string {
  const [first, ...rest] = others
  if (first === undefined || !dice.oneIn(namingIn)) return dice.pick(plain)
  const other = dice.pick([first, ...rest])
  const told = dice.oneIn(12) ? tellOf(dice, other) : null
  return told ?? dice.pick(naming).replace('{n}', () => callThem(dice, other))
}

/** By the number or the relation that is on file for somebody. */
function tellOf(dice: Dice, { aliases }: Named): string | null {
  const phone = aliases.find(isPhone)
  if (phone !== undefined) return `She ${dice.pick(replacements)} the number ${phone} for the weekend.`
  const relation = aliases.find(isRelation)
  return relation === undefined ? null : `She has met the ${relation} at the bus stop.`
}

/** A way in which somebody is called in a note. */
export function callThem(dice: Dice, { preferredName, initials, aliases, shortForms }: Named): string {
  const first = firstName(preferredName)
  const nicknames = aliases.filter((alias) => !isPhone(alias) && !isRelation(alias))
  // What a chart uses for something else (`SH`, `MD`) is asked about only where it can be nobody but a person.
  const isWritten = /^\p{Lu}{2,}$/u.test(initials) && !chartAbbreviations.has(initials)
  return dice.pick([
    first,
    first,
    preferredName,
    ...nicknames,
    ...shortForms,
    ...(isWritten ? [initials] : []),
    ...(isWritten && dice.oneIn(2) ? [`${Array.from(initials).join('.')}.`] : []),
  ])
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

export function isPhone(alias: string): boolean {
  return /\d{4}/.test(alias)
}

export function isRelation(alias: string): boolean {
  return /^(?:husband|wife|sister|brother|mother|father) /.test(alias)
}
