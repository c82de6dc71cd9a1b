import type { NoteId, PersonId, SessionId } from '../../src/shared/ids.ts'
import type { Response, SharedPart } from '../../src/shared/record/debrief.ts'
import type { Finding } from '../../src/shared/record/guards/finding.ts'
import { noteFormatSchema } from '../../src/shared/record/note.ts'
import { amendmentKindSchema } from '../../src/shared/record/note-kinds.ts'
import { definitely, type World } from '../core/support/world.ts'
import type { Dice } from './dice.ts'
import { pick, writeAbout, type Clinic, type HeldSession } from './hold-session.ts'
import { write, writePlan } from './paper-words.ts'

type NameFinding = Extract<Finding, { guard: 'names' }>

interface Writing {
  readonly world: World
  readonly sessionId: SessionId
  readonly leading: readonly PersonId[]
}

/** What was found in a text and stood there wrongly: places of a guard that do not fit the text would hide what they miss. */
function answer(text: string, found: readonly NameFinding[]): string {
  let answered = text
  for (const { place, words, isAnotherMember } of found.toSorted((a, b) => b.place.start - a.place.start)) {
    const { start, end } = place
    if (text.slice(start, end) !== words) throw new Error('a finding is not where it says')
    answered = `${answered.slice(0, start)}${isAnotherMember ? 'another member' : '…'}${answered.slice(end)}`
  }
  return answered
}

/** Writes what a clinician writes after a session, with whoever comes to mind by name. */
export async function writeDebrief(clinic: Clinic, held: HeldSession, dice: Dice): Promise<void> {
  const { world, goalOf } = clinic
  const { sessionId, leading, members } = held
  const shared: SharedPart = {
    interventions: leading.map((personId) => ({
      personId,
      text: writeAbout(dice, members, 4),
    })),
    groupProcess: writeAbout(dice, members, 3),
    plan: writePlan(dice, members),
    homePractice: dice.oneIn(2) ? '' : writePlan(dice, members),
  }
  await world.get('debrief.save-shared', { sessionId, shared })
  for (const member of members) {
    const goalId = definitely(goalOf.get(member.personId))
    const response: Response = {
      personId: member.personId,
      response: writeAbout(dice, members, 2),
      plan: writePlan(dice, members),
      format: dice.oneIn(2) ? null : pick(dice, noteFormatSchema.options),
      namesPhases: true,
      goals: dice.oneIn(2) ? [] : [{ goalId, progress: writeAbout(dice, members, 3) }],
    }
    await world.get('debrief.save-response', { sessionId, response })
  }
}

/** Asks the guards about every note, takes their word for every name, signs, and adds to some what came later. */
export async function signNotes(clinic: Clinic, held: HeldSession, dice: Dice): Promise<void> {
  const { world } = clinic
  const writing = { world, sessionId: held.sessionId, leading: held.leading }
  for (const { personId } of held.noted) {
    await answerGuards(writing, personId)
    await world.get('note.sign', {
      sessionId: held.sessionId,
      personId,
      overridden: ['copied', 'judgement', 'missing', 'private-only'],
    })
  }
  const signed = await world.get('note.list', { sessionId: held.sessionId })
  for (const { noteId } of signed) {
    if (!dice.oneIn(3)) continue
    world.clock.pass(60_000)
    await amend(writing, noteId, dice, `The lab result came in. ${write(dice, held.members, 2)}`)
  }
}

/** Adds to a signed note what comes to mind, as it is signed: once the guards were asked about it. */
async function amend({ world, sessionId }: Writing, amends: NoteId, dice: Dice, typed: string) {
  let text = typed
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = await world.get('note.check-amendment', { sessionId, amends, text })
    const names = findings.filter((finding) => finding.guard === 'names')
    if (names.length === 0) break
    text = answer(text, names)
  }
  await world.get('note.amend', {
    sessionId,
    amends,
    kind: pick(dice, amendmentKindSchema.options),
    text,
    overridden: ['copied', 'judgement'],
  })
}

const mostRounds = 4

async function answerGuards(writing: Writing, personId: PersonId): Promise<void> {
  const { world, sessionId } = writing
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = await world.get('note.check', { sessionId, personId })
    const names = findings.filter((finding) => finding.guard === 'names')
    if (names.length === 0) return
    await answerNames(writing, personId, names)
  }
}

async function answerNames(
  { world, sessionId, leading }: Writing,
  personId: PersonId,
  names: readonly NameFinding[],
): Promise<void> {
  const of = (field: NameFinding['place']['field'], index = 0) =>
    names.filter(({ place }) => place.field === field && place.index === index)
  const { shared, responses } = await world.get('debrief.read', { sessionId })
  const response = definitely(responses.find((one) => one.personId === personId))
  if (of('topic').length > 0)
    await world.get('session.act', { sessionId, command: { type: 'set-topic', topic: 'An evening' } })
  await world.get('debrief.save-shared', {
    sessionId,
    shared: {
      interventions: shared.interventions.map((one) => ({
        ...one,
        text: answer(one.text, of('interventions', leading.indexOf(one.personId))),
      })),
      groupProcess: answer(shared.groupProcess, of('group-process')),
      plan: answer(shared.plan, of('group-plan')),
      homePractice: answer(shared.homePractice, of('home-practice')),
    },
  })
  await world.get('debrief.save-response', {
    sessionId,
    response: {
      ...response,
      response: answer(response.response, of('response')),
      plan: answer(response.plan, of('plan')),
      goals: response.goals.map((goal, index) => ({
        ...goal,
        progress: answer(goal.progress, of('progress', index)),
      })),
    },
  })
}
