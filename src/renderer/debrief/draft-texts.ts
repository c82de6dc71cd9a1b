import type { FindingPlace } from '../../shared/record/guards/finding.ts'
import type { Response, SharedPart } from '../../shared/record/debrief.ts'

/** Everything written that goes into one member's note, or is added to it. */
export interface DraftTexts {
  readonly topic: string
  readonly shared: SharedPart
  readonly response: Response
  /** What is being added to the signed note; empty as long as the note itself is written. */
  readonly amendment: string
}

type TextName = Pick<FindingPlace, 'field' | 'index'>

/** One of the texts; null where there is none of that number any more, and for what is not written here. */
export function textAt(texts: DraftTexts, { field, index }: TextName): string | null {
  const { topic, shared, response, amendment } = texts
  switch (field) {
    case 'topic':
      return topic
    case 'interventions':
      return shared.interventions[index]?.text ?? null
    case 'group-process':
      return shared.groupProcess
    case 'group-plan':
      return shared.plan
    case 'home-practice':
      return shared.homePractice
    case 'response':
      return response.response
    case 'plan':
      return response.plan
    case 'progress':
      return response.goals[index]?.progress ?? null
    case 'amendment':
      return amendment
    case 'goal':
    case 'phase':
      return null
  }
}

/** The same texts with one of them written anew. */
export function withText(texts: DraftTexts, { field, index }: TextName, text: string): DraftTexts {
  const { shared, response } = texts
  switch (field) {
    case 'topic':
      return { ...texts, topic: text }
    case 'interventions': {
      const interventions = shared.interventions.map((one, at) => (at === index ? { ...one, text } : one))
      return { ...texts, shared: { ...shared, interventions } }
    }
    case 'group-process':
      return { ...texts, shared: { ...shared, groupProcess: text } }
    case 'group-plan':
      return { ...texts, shared: { ...shared, plan: text } }
    case 'home-practice':
      return { ...texts, shared: { ...shared, homePractice: text } }
    case 'response':
      return { ...texts, response: { ...response, response: text } }
    case 'plan':
      return { ...texts, response: { ...response, plan: text } }
    case 'progress': {
      const goals = response.goals.map((goal, at) => (at === index ? { ...goal, progress: text } : goal))
      return { ...texts, response: { ...response, goals } }
    }
    case 'amendment':
      return { ...texts, amendment: text }
    case 'goal':
    case 'phase':
      return texts
  }
}
