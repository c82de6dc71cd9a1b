import type { NoteId, PersonId } from '../../src/shared/ids.ts'
import type { Response, SharedPart } from '../../src/shared/record/debrief.ts'
import { dueAt } from '../../src/shared/record/due.ts'
import { hasCome } from '../../src/shared/record/member-facts.ts'
import { noteFacts } from '../../src/shared/record/note-facts.ts'
import { defaultRecordRules } from '../../src/shared/record/record-rules.ts'
import { isFacilitator, isLeading } from '../../src/shared/session/vocabulary.ts'
import { saveResponse, saveSharedPart } from '../../src/main/core/debrief/debrief-repository.ts'
import { logSentences } from '../../src/main/core/signing/note-draft.ts'
import { signatureOf } from '../../src/main/core/signing/signature.ts'
import type { Clinic, GrownGroup, GrownMember } from './clinic.ts'
import type { Scribe } from './scribe.ts'
import { writePlan, writeRecord } from './words.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

interface Writing {
  readonly clinic: Clinic
  readonly group: GrownGroup
  readonly members: readonly GrownMember[]
  readonly scribe: Scribe
  /** What is later than this has not happened yet. */
  readonly endsAtMs: number
  readonly zone: string
  /** Recent sessions leave something to do. */
  readonly isRecent: boolean
  /** Whether somebody has to sign beside the author. */
  readonly needsCoSignature: boolean
}

interface Signed {
  readonly noteId: NoteId
  readonly personId: PersonId
}

/** The debrief of a session that is over: what was written, signed, added, co-signed and followed up until today. */
export function writeUp(writing: Writing): void {
  const { clinic, scribe, members, isRecent } = writing
  const { chance, record } = clinic
  const shared = writeShared(writing)
  saveSharedPart(record, scribe.sessionId, shared)
  const isLeftOpen = isRecent && chance.happens(0.3)
  const written = members.filter(() => !isLeftOpen || chance.happens(0.6)).map((one) => respond(writing, one))
  for (const { response } of written) saveResponse(record, scribe.sessionId, response)
  followUp(writing)
  const whenMs =
    scribe.nowMs() +
    (chance.happens(0.7) ? chance.between(10, 90) * minuteMs : chance.between(12, 60) * hourMs)
  const signed = isLeftOpen || whenMs > writing.endsAtMs ? [] : signAll(writing, written, shared, whenMs)
  if (signed.length > 0) amend(writing, signed)
}

interface Written {
  readonly one: GrownMember
  readonly response: Response
}

function writeShared({ clinic, scribe }: Writing): SharedPart {
  const { chance } = clinic
  const leading = scribe.state().people.filter(({ role }) => isLeading(role))
  return {
    interventions: leading.map(({ personId }) => ({ personId, text: writeRecord(chance, 2) })),
    groupProcess: writeRecord(chance, chance.between(2, 3)),
    plan: writePlan(chance),
    homePractice: chance.happens(0.6) ? writePlan(chance) : '',
  }
}

function respond({ clinic }: Writing, one: GrownMember): Written {
  const { chance } = clinic
  const goals = one.goals
    .filter(() => chance.happens(0.5))
    .map(({ goalId }) => ({ goalId, progress: writeRecord(chance, 1) }))
  const response: Response = {
    personId: one.member.id,
    response: writeRecord(chance, chance.between(1, 3), one.language),
    plan: writePlan(chance),
    format: null,
    namesPhases: true,
    goals,
  }
  return { one, response }
}

/** What was done about each risk that was marked, usually the same day. */
function followUp({ clinic, scribe, isRecent }: Writing): void {
  const { chance, author } = clinic
  for (const { mark } of scribe.state().followUps) {
    if (isRecent && chance.happens(0.7)) continue
    scribe.pass(chance.between(5, 60) * minuteMs)
    scribe.closeFollowUp(mark, `Safety was gone through together. ${writeRecord(chance, 2)}`, author.id)
  }
}

function signAll(
  writing: Writing,
  written: readonly Written[],
  shared: SharedPart,
  whenMs: number,
): Signed[] {
  const { clinic, scribe, zone, needsCoSignature } = writing
  const { author } = clinic
  scribe.setTime(whenMs)
  const { people, followUps, endedAtMs } = scribe.state()
  const noted = written.filter(({ one }) =>
    people.some(
      (person) => person.personId === one.member.id && hasCome(person) && !isFacilitator(person.role),
    ),
  )
  return noted.flatMap((each) => {
    scribe.pass(clinic.chance.between(20, 120) * 1_000)
    const personId = each.one.member.id
    const facts = factsOf(writing, each, shared)
    if (facts === null || endedAtMs === null) return []
    const hasRisk = followUps.some((one) => one.personId === personId)
    const signing = { personId, kind: 'note', amends: null, signedById: author.id, needsCoSignature } as const
    const noteId = scribe.sign({ ...signing, overridden: [] }, (signedAtMs) => ({
      kind: 'note',
      facts,
      words: wordsOf(each),
      signature: signatureOf(
        author,
        signedAtMs,
        endedAtMs,
        signedAtMs >= dueAt(endedAtMs, hasRisk, defaultRecordRules, zone),
      ),
    }))
    return [{ noteId, personId }]
  })
}

// As the console puts a note together, from what is at hand here instead of from the disk.
function factsOf({ clinic, group, scribe }: Writing, { one }: Written, shared: SharedPart) {
  const state = scribe.state()
  return noteFacts({
    sessionId: scribe.sessionId,
    state,
    clinic: clinic.name,
    groupName: group.name,
    modality: group.modality,
    member: one.member,
    facilitators: clinic.facilitators,
    shared,
    measures: clinic.measures,
    sentences: (person) => logSentences(state, person, true),
  })
}

function wordsOf({ one, response }: Written) {
  return {
    format: defaultRecordRules.format,
    response: response.response,
    plan: response.plan,
    goals: response.goals.map(({ goalId, progress }) => ({
      text: one.goals.find((goal) => goal.goalId === goalId)?.text ?? '',
      progress,
    })),
  }
}

/** What was added to a few notes later, and the signature of the supervisor beside the author's. */
function amend(
  { clinic, scribe, needsCoSignature, isRecent, endsAtMs }: Writing,
  signed: readonly Signed[],
): void {
  const { chance, author, supervisor } = clinic
  const { endedAtMs } = scribe.state()
  if (endedAtMs === null) return
  const laterMs = scribe.nowMs() + chance.between(20, 40) * hourMs
  if (laterMs > endsAtMs) return
  scribe.setTime(laterMs)
  for (const { noteId: amends, personId } of signed) {
    const amending = { personId, amends, needsCoSignature: false, overridden: [] }
    if (chance.happens(0.012))
      scribe.sign({ ...amending, kind: 'addendum', signedById: author.id }, (signedAtMs) => ({
        kind: 'addendum',
        amends,
        text: `The laboratory's result came in. ${writeRecord(chance, 1)}`,
        signature: signatureOf(author, signedAtMs, endedAtMs, false),
      }))
    if (needsCoSignature && !(isRecent && chance.happens(0.4)))
      scribe.sign({ ...amending, kind: 'co-signature', signedById: supervisor.id }, (signedAtMs) => ({
        kind: 'co-signature',
        amends,
        signature: signatureOf(supervisor, signedAtMs, endedAtMs, false),
      }))
  }
}
