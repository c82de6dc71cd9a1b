import type { Finding, FindingPlace, NoteSource } from '../../shared/record/guards/finding.ts'
import type { GuardKind } from '../../shared/record/note-kinds.ts'
import { textAt, type DraftTexts } from './draft-texts.ts'
import { followEdit } from './follow-edit.ts'

/** What is asked before a note is signed: a letter in its text and a card at the side. */
export interface Remark {
  /** `a`, `b`, … in the order of the text; empty behind the last of the alphabet. */
  readonly letter: string
  /** The same as long as it asks the same of the same words. */
  readonly key: string
  /** Has to be answered before the note is signed; the others are to weigh. */
  readonly comesFirst: boolean
  readonly finding: Finding
  /** Every stretch that it is about; none where something is missing. */
  readonly places: readonly FindingPlace[]
  /** The sentences that stand elsewhere too. */
  readonly sentences: readonly string[]
  /** The texts that they stand in there. */
  readonly originals: readonly Original[]
}

/** A text of another note with the stretches of it that this one has too. */
interface Original {
  readonly text: string
  readonly shared: readonly { readonly start: number; readonly end: number }[]
}

/** The findings of a check, with the texts as they were on the disk then. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly texts: DraftTexts
}

const firstGuards: ReadonlySet<GuardKind> = new Set<GuardKind>(['names', 'missing', 'private-only'])
const letters = 'abcdefghijklmnopqrstuvwxyz'
const guardOrder: readonly GuardKind[] = ['names', 'judgement', 'copied', 'missing', 'private-only']

/** All that a check asks of the texts as they read now. */
export function remarksOf({ findings, texts }: Checked, now: DraftTexts): readonly Remark[] {
  const shown = findings.flatMap((finding) => followed(finding, texts, now))
  return joinCopied(shown)
    .toSorted((a, b) => orderOf(a.finding) - orderOf(b.finding))
    .map(withLetter)
}

/**
 * Those of the remarks that are shown, with the first letters. What is more than the alphabet has is shown once some are
 * answered.
 */
export function lettered(remarks: readonly Remark[]): readonly Remark[] {
  return remarks.slice(0, letters.length).map(withLetter)
}

type Unlettered = Omit<Remark, 'letter'>

function withLetter(remark: Unlettered, index: number): Remark {
  return { ...remark, letter: letters.charAt(index) }
}

function followed(finding: Finding, before: DraftTexts, now: DraftTexts): Unlettered[] {
  const remark = { finding, key: keyOf(finding), comesFirst: firstGuards.has(finding.guard) }
  if (!('place' in finding)) return [{ ...remark, places: [], sentences: [], originals: [] }]
  const { place: at } = finding
  if (at.field === 'goal' || at.field === 'phase')
    return standsInNote(at, before, now) ? [{ ...remark, places: [], sentences: [], originals: [] }] : []
  const then = textAt(before, at)
  const text = textAt(now, at)
  if (then === null || text === null) return []
  const place = followEdit(finding.place, then, text)
  if (place === null) return []
  if (finding.guard !== 'copied') return [{ ...remark, places: [place], sentences: [], originals: [] }]
  const { text: original, start, end } = finding.original
  const originals = [{ text: original, shared: [{ start, end }] }]
  return [{ ...remark, places: [place], sentences: [finding.sentence], originals }]
}

/** Whether the note still has the goal or the phases that were remarked on; their words are written elsewhere. */
function standsInNote({ field, index }: FindingPlace, before: DraftTexts, now: DraftTexts): boolean {
  if (field === 'phase') return now.response.namesPhases
  const goalId = before.response.goals[index]?.goalId
  return now.response.goals.some((goal) => goal.goalId === goalId)
}

function keyOf(finding: Finding): string {
  switch (finding.guard) {
    case 'names':
    case 'judgement':
      return `${finding.guard} ${finding.place.field} ${finding.words.toLowerCase()}`
    case 'copied':
      return `copied ${sourceKey(finding.source)} ${finding.place.field}`
    case 'missing':
    case 'private-only':
      return `${finding.guard} ${finding.element}`
  }
}

function sourceKey(source: NoteSource): string {
  return source.from === 'another-note' ? source.personId : `${source.endedAtMs}`
}

/** Sentences that were copied from one place are one thing to look at; so is a name that a text holds twice. */
function joinCopied(remarks: readonly Unlettered[]): readonly Unlettered[] {
  const joined = new Map<string, Unlettered>()
  for (const remark of remarks) {
    const known = joined.get(remark.key)
    joined.set(
      remark.key,
      known === undefined
        ? remark
        : {
            ...known,
            places: [...known.places, ...remark.places],
            sentences: [...new Set([...known.sentences, ...remark.sentences])],
            originals: joinOriginals([...known.originals, ...remark.originals]),
          },
    )
  }
  return Array.from(joined.values(), (remark) => ({
    ...remark,
    key: [remark.key, ...remark.sentences].join(' '),
  }))
}

function joinOriginals(originals: readonly Original[]): readonly Original[] {
  return [...new Set(originals.map(({ text }) => text))].map((text) => ({
    text,
    shared: originals.filter((one) => one.text === text).flatMap(({ shared }) => shared),
  }))
}

const fieldOrder = ['response', 'progress', 'plan']

// What is to be read first comes first: the note from its top, then the shared part, then what is not written anywhere.
function orderOf(finding: Finding): number {
  const rank = guardOrder.indexOf(finding.guard)
  if (!('place' in finding)) return 1e9 + rank
  const field = fieldOrder.indexOf(finding.place.field)
  return (field === -1 ? fieldOrder.length : field) * 1e6 + finding.place.start
}
