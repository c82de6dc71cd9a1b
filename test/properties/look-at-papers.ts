import { existsSync } from 'node:fs'
import { noteBundle } from '../../src/main/core/fhir/note-bundle.ts'
import { deIdentifiedSummaryDocument } from '../../src/main/documents/de-identified-summary.tsx'
import { disclosureLedgerDocument } from '../../src/main/documents/disclosure-ledger.tsx'
import { groupOverTimeDocument } from '../../src/main/documents/group-over-time.tsx'
import { memberProgressDocument } from '../../src/main/documents/member-progress.tsx'
import type { PrintableDocument } from '../../src/main/documents/printable-document.ts'
import { progressNoteDocument } from '../../src/main/documents/progress-note.tsx'
import { supervisionSummaryDocument } from '../../src/main/documents/supervision-summary.tsx'
import type { DocumentStamp } from '../../src/shared/record/document-stamp.ts'
import { createOpenWorld, valueOf, type World } from '../core/support/world.ts'
import { createDice, type Dice } from './dice.ts'
import { holdSession, openClinic, pick, type Clinic, type HeldSession } from './hold-session.ts'
import type { Named } from './paper-cast.ts'
import { findTraces, show } from './who-is-named.ts'
import { signNotes, writeDebrief } from './write-notes.ts'

/** A paper as it goes to the printer or into a file, and those of whom nothing may show in it. */
export interface Paper {
  readonly kind:
    | 'note'
    | 'bundle'
    | 'ledger'
    | 'de-identified summary'
    | 'supervision summary'
    | 'progress over time'
    | 'group over time'
  readonly stamp: DocumentStamp
  /** Null for what is no PDF. */
  readonly document: PrintableDocument | null
  /** Everything that is in it, in letters. */
  readonly text: string
  readonly others: readonly Named[]
  /** Words that are somebody's whom it may name. */
  readonly allowed: readonly string[]
}

export interface Outcome {
  readonly papers: number
  /** What of another member showed, in words that bring it back; empty when nothing did. */
  readonly traces: readonly string[]
}

const locale = 'en-US'
const disclosure = {
  kind: 'disclosure',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  reference: 'R-3 of September',
} as const
const leading = ['Dana Reyes', 'DR', 'LCSW', 'Quentin Aldermere', 'QA', 'LPC', 'Harbour Clinic']

/** Holds sessions in a vault of their own, and looks at every paper that they yield. */
export async function lookAtSessions(seed: number, from: number, count: number): Promise<Outcome> {
  const world = await openWorldInMemory()
  try {
    const clinic = await openClinic(world, createDice(seed + from), 20)
    const traces: string[] = []
    let papers = 0
    for (let index = from; index < from + count; index += 1) {
      for (const paper of await papersOfSession(clinic, createDice(seed * 1_000_003 + index))) {
        papers += 1
        traces.push(...tracesIn(paper).map((trace) => `session ${index}: ${trace}`))
      }
    }
    return { papers, traces }
  } finally {
    await world.close()
  }
}

/** One session from its preparation to its papers. */
export async function papersOfSession(clinic: Clinic, dice: Dice): Promise<readonly Paper[]> {
  const { world } = clinic
  const held = await holdSession(clinic, dice)
  await writeDebrief(clinic, held, dice)
  // As it was typed, names and all: these two take them out themselves.
  const papers: Paper[] = await summariesOf(world, held)
  await signNotes(clinic, held, dice)
  for (const member of held.noted) papers.push(...(await notesOf(world, held, member, dice)))
  papers.push(await ledgerOf(clinic, pick(dice, held.noted)))
  if (dice.oneIn(3))
    papers.push(await progressOf(clinic, pick(dice, held.noted)), await groupOf(clinic, dice))
  world.clock.pass(3_600_000)
  return papers
}

export function tracesIn({ kind, stamp, text, others, allowed }: Paper): readonly string[] {
  // Its codes come from random ids, and two of their letters can be anybody's initials.
  const codes = new RegExp(String.raw`\b(?:${stamp.code.replaceAll('-', '|')})\b`, 'g')
  const shown = show(text.replaceAll(codes, ''))
  return others.flatMap((other) =>
    findTraces(shown, other, allowed).map((trace) => {
      const at = Math.max(0, shown.text.indexOf(trace))
      const around = shown.text.slice(Math.max(0, at - 60), at + 60)
      return `a ${kind} shows ${trace} of ${other.preferredName} in … ${around} …`
    }),
  )
}

// Whether a disk keeps things is no question here, and waiting for it would be most of the time.
function openWorldInMemory(): Promise<World> {
  if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'
  return createOpenWorld()
}

async function notesOf(world: World, held: HeldSession, member: Named, dice: Dice): Promise<Paper[]> {
  const consent = dice.oneIn(4) ? disclosure : ({ kind: 'chart' } as const)
  const { sessionId, members } = held
  const { personId } = member
  const facts = valueOf(await world.core.run('export.note-facts', { sessionId, personId, consent }))
  const bundle = noteBundle(facts, world.clock.read().wallMs, locale)
  const about = {
    stamp: facts.stamp,
    others: members.filter((one) => one !== member),
    allowed: wordsOf(member),
  }
  return [
    { kind: 'note', ...about, ...printable(progressNoteDocument(facts, locale), facts.stamp) },
    { kind: 'bundle', ...about, document: null, text: textsOf(bundle).join('\n') },
  ]
}

async function summariesOf(world: World, { sessionId, members }: HeldSession): Promise<Paper[]> {
  const [deIdentified, supervision] = [
    valueOf(await world.core.run('export.de-identified-facts', { sessionId })),
    valueOf(await world.core.run('export.supervision-facts', { sessionId })),
  ]
  const about = { others: members, allowed: leading }
  const summary = deIdentifiedSummaryDocument(deIdentified.facts, deIdentified.stamp)
  const supervised = supervisionSummaryDocument(supervision.facts, supervision.stamp, locale)
  return [
    {
      kind: 'de-identified summary',
      stamp: deIdentified.stamp,
      ...about,
      ...printable(summary, deIdentified.stamp),
    },
    {
      kind: 'supervision summary',
      stamp: supervision.stamp,
      ...about,
      ...printable(supervised, supervision.stamp),
    },
  ]
}

async function ledgerOf({ world, people }: Clinic, member: Named): Promise<Paper> {
  const { personId } = member
  const { recipient, purpose, reference } = disclosure
  const draft = {
    disclosedOn: '2026-11-20',
    what: 'The note',
    recipient,
    purpose,
    consentReference: reference,
  }
  await world.get('disclosures.enter', { personId, draft })
  const { facts, stamp } = valueOf(await world.core.run('export.disclosure-facts', { personId }))
  return {
    kind: 'ledger',
    stamp,
    ...printable(disclosureLedgerDocument(facts, stamp, locale), stamp),
    others: people.filter((one) => one !== member),
    allowed: wordsOf(member),
  }
}

async function progressOf({ world, people }: Clinic, member: Named): Promise<Paper> {
  const asked = { personId: member.personId, span: { kind: 'all' }, consent: disclosure } as const
  const { facts, stamp } = valueOf(await world.core.run('export.progress-facts', asked))
  return {
    kind: 'progress over time',
    stamp,
    ...printable(memberProgressDocument(facts, stamp, locale), stamp),
    others: people.filter((one) => one !== member),
    allowed: wordsOf(member),
  }
}

async function groupOf({ world, people, groups }: Clinic, dice: Dice): Promise<Paper> {
  const [first] = groups
  if (first === undefined) throw new Error('a clinic has groups')
  const asked = { groupId: dice.pick([first, ...groups]).groupId, weeks: null }
  const { facts, stamp } = valueOf(await world.core.run('export.group-over-time-facts', asked))
  return {
    kind: 'group over time',
    stamp,
    ...printable(groupOverTimeDocument(facts, stamp, locale), stamp),
    others: people,
    allowed: leading,
  }
}

function printable(document: PrintableDocument, { fileName }: DocumentStamp) {
  const { title, bodyHtml, footerHtml } = document
  return { document, text: [title, unescapeHtml(bodyHtml), unescapeHtml(footerHtml), fileName].join('\n') }
}

// With its tags, so that what only an attribute holds is seen too.
function unescapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '#x27': "'", quot: '"', lt: '<', gt: '>', amp: '&' }
  return text.replaceAll(/&(#x27|quot|lt|gt|amp);/g, (_, sign: string) => signs[sign] ?? '')
}

/** Every text in a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [unescapeHtml(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

function wordsOf({ preferredName, initials, chartId, aliases, shortForms }: Named): string[] {
  return [preferredName, initials, chartId, ...aliases, ...shortForms, ...leading]
}
