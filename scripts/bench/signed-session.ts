/* oxlint-disable no-await-in-loop -- a person signs one note after the other */
import type { PersonId, SessionId } from '../../src/shared/ids.ts'
import { guardKindSchema } from '../../src/shared/record/note-kinds.ts'
import { holdEvening, valueOf, type Evening } from './long-session.ts'

export interface SignedSession {
  readonly sessionId: SessionId
  readonly memberIds: readonly PersonId[]
}

/** Enough for a few marks, absences and check-ins in every note. */
const eventCount = 400

const interventions =
  'Reviewed the last two evenings by the clock and asked each for the hour at which the urge came. Motivational interviewing about two of them; taught the course of an urge on the board, then led urge surfing for two minutes and a refusal role-play in pairs.'
const groupProcess =
  'The group moved from describing evenings to comparing ways home. Quick to begin, slower after the break; nobody spoke over anybody. Feedback was asked for before it was given, and two rounds ended with a plan instead of advice.'
const responses = [
  'Named the walk home from work as the trigger and gave the place and the hour: past the corner store, about 17:40. Was offered feedback, asked one question back and wrote the answer on a card. During the exercise kept both hands on the knees, breathed evenly and said at the end that it had come in two waves. Spoke twice of a sister and once of a night without sleep. Looked at the clock when the plan was asked for, then gave it in one sentence.',
  'Said that the urge came with the silence after dinner. Described three evenings, each with what came before and what was done instead. In pairs refused a drink aloud, first quietly, then so that the next pair looked up. Asked how long it takes until the thought is shorter. Carried the card that was made last week, read two lines of it aloud and changed the second one.',
] as const

/** Makes a vault in which a session of twelve has ended, with a full note of every member, written and signed. */
export function makeSignedSession(userDataDir: string): Promise<SignedSession> {
  return holdEvening(userDataDir, eventCount, async (evening) => {
    const { core, sessionId, memberIds, act } = evening
    valueOf(await act({ type: 'end' }))
    await writeShared(evening)
    for (const [index, personId] of memberIds.entries()) {
      await writeNote(evening, personId, responses[index % responses.length] ?? '')
      valueOf(await core.call('note.sign', { sessionId, personId, overridden: guardKindSchema.options }))
    }
    return { sessionId, memberIds }
  })
}

async function writeShared({ core, sessionId, leadId }: Evening): Promise<void> {
  const shared = {
    interventions: [{ personId: leadId, text: interventions }],
    groupProcess,
    plan: 'Each names one risky evening and one person to call before it begins.',
    homePractice: 'Urge surfing once a day, two minutes, with the time written down.',
  }
  valueOf(await core.call('debrief.save-shared', { sessionId, shared }))
}

async function writeNote({ core, sessionId }: Evening, personId: PersonId, response: string): Promise<void> {
  const { goalId } = valueOf(
    await core.call('goals.set', { personId, text: 'Weekday evenings without a drink', parentId: null }),
  )
  const goals = [{ goalId, progress: 'Four of five, from three the week before.' }]
  const plan =
    'Walks home by Elm Street on Wednesday and with a colleague on Friday; calls at eight if it gets loud.'
  const written = { personId, response, plan, format: null, namesPhases: false, goals }
  valueOf(await core.call('debrief.save-response', { sessionId, response: written }))
}
