import type { DraftField, Finding, StatutoryElement } from '../../shared/record/guards/finding.ts'
import type { RequiredElement } from '../../shared/record/record-rules.ts'
import { capitalised } from '../../shared/capitalised.ts'
import type { Seated } from '../live/seated.ts'
import type { Remark } from './remark.ts'
import { sourceWords } from './source-words.ts'

export interface RemarkWords {
  readonly title: string
  readonly why: string
  /** What the one key does. */
  readonly answer: string
}

/** What a remark speaks of, beside the note. */
export interface Surroundings {
  /** What the log has about the member, for a judgement to rest on. */
  readonly seen: readonly string[]
  readonly members: readonly Seated[]
}

/** What a remark says of itself. */
export function remarkWords({ finding, sentences, places }: Remark, around: Surroundings): RemarkWords {
  const { seen, members } = around
  const field = places[0]?.field ?? ('place' in finding ? finding.place.field : null)
  const where = field === null ? '' : fieldWords[field]
  switch (finding.guard) {
    case 'names':
      return {
        title: finding.isAnotherMember
          ? `${finding.words} is another member${where}.`
          : `${finding.words} may tell who somebody is${where}.`,
        ...nameAnswer(finding),
      }
    case 'judgement':
      return {
        title: `“${capitalised(finding.words)}” needs what you saw${where}.`,
        why: seen.length === 0 ? 'The log has nothing about it.' : `The log has: ${seen.join(' ')}`,
        answer: seen.length === 0 ? 'Write what you saw' : 'Add what the log has',
      }
    case 'copied':
      return {
        title: `${sentences.length === 1 ? 'This sentence also stands' : `These ${sentences.length} sentences also stand`} in ${sourceWords(finding.source, members)}${where}.`,
        why: '',
        answer: 'Compare the two',
      }
    case 'missing':
      return missingWords[finding.element]
    case 'private-only':
      return {
        title: `${capitalised(elementWords[finding.element])} may stand only in a private note.`,
        why: 'By law the record has to have it.',
        answer: 'Look at the private notes',
      }
  }
}

/** What can be done about a name where it stands: the words of goals and phases are not written in the note. */
function nameAnswer({
  place,
  isAnotherMember,
}: Extract<Finding, { guard: 'names' }>): Pick<RemarkWords, 'why' | 'answer'> {
  switch (place.field) {
    case 'goal':
      return { why: 'A chart names no one else, not even in a goal.', answer: 'Change the goal' }
    case 'phase':
      return {
        why: 'The log keeps a phase as the agenda called it. The note can do without; the times stay.',
        answer: 'Leave the phases out',
      }
    default:
      return { why: 'A chart names no one else.', answer: `Write “${standInFor(isAnotherMember)}”` }
  }
}

/** What takes the place of a name. */
export function standInFor(isAnotherMember: boolean): string {
  return isAnotherMember ? 'another member' : 'another person'
}

const fieldWords: Readonly<Record<DraftField, string>> = {
  topic: ', in the topic',
  interventions: ', in the interventions',
  'group-process': ', in the group process',
  'group-plan': ', in the plan for everyone',
  'home-practice': ', in the home practice',
  response: '',
  plan: '',
  progress: '',
  goal: ', in a goal',
  phase: ', in the name of a phase',
  amendment: '',
}

const missingWords: Readonly<Record<RequiredElement, RemarkWords>> = {
  'chart-id': {
    title: 'The chart id is missing.',
    why: 'Without it nobody knows whose chart the note belongs to.',
    answer: 'Add the chart id',
  },
  topic: { title: 'The topic is missing.', why: 'It stands in every note.', answer: 'Write the topic' },
  interventions: {
    title: 'Interventions are missing.',
    why: 'Each who led writes what they did.',
    answer: 'Write the interventions',
  },
  response: {
    title: 'The response is missing.',
    why: 'A note says how this member took part.',
    answer: 'Write the response',
  },
  goal: {
    title: 'No goal is addressed.',
    why: 'A note says which goal the session served.',
    answer: 'Choose the goal',
  },
  plan: { title: 'The plan is missing.', why: 'A note says what comes next.', answer: 'Write the plan' },
  'risk-follow-up': {
    title: 'The risk has no follow-up yet.',
    why: 'Risk was marked, and nobody has signed what was done.',
    answer: 'Write the follow-up',
  },
}

const elementWords: Readonly<Record<StatutoryElement, string>> = {
  'start-stop': 'start or stop of the session',
  modality: 'the modality',
  'test-results': 'a test result',
  medication: 'medication',
  diagnosis: 'a diagnosis',
  function: 'how they function',
  'treatment-plan': 'the treatment plan',
  symptoms: 'symptoms',
  prognosis: 'a prognosis',
  progress: 'progress',
}
