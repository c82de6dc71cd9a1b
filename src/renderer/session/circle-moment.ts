import { groupMsAt, talkedAt } from '../../shared/session/score-moment.ts'
import { sampleMs } from '../../shared/session/sampling.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'
import type { SessionView } from './session-view.ts'

/** What the rings of the seats are made of. */
type TalkState = Pick<SessionState, 'people' | 'observation' | 'sampling'>

/** How much everybody had talked, or been heard, until a moment. */
export function talkAt({ score, state }: Pick<SessionView, 'score' | 'state'>, ms: number): TalkState {
  const overCount = Math.floor(groupMsAt(score, ms) / sampleMs)
  const isOver = (sample: number) => sample < overCount
  const people = [...score.members, ...score.facilitators].map((line): PersonProgress => {
    const { person } = line
    return {
      ...person,
      talkMs: talkedAt(line, ms),
      heardIn: person.heardIn.filter((sample) => isOver(sample)),
    }
  })
  const answers = state.sampling.answers.filter(({ sample }) => isOver(sample))
  return { people, observation: state.observation, sampling: { ...state.sampling, answers } }
}
