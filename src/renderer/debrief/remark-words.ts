import { counted } from '../../shared/count.ts'
import type { DraftField, StatutoryElement } from '../../shared/record/guards/finding.ts'
import type { RequiredElement } from '../../shared/record/record-rules.ts'
import type { Remark } from './remark.ts'

export interface RemarkWords {
  readonly title: string
  readonly why: string
  /** What the one key does. */
  readonly answer: string
}

/** What a remark says of itself. `seen`: what the log has about the member, for a judgement to rest on. */
export function remarkWords({ finding, sentences, places }: Remark, seen: readonly string[]): RemarkWords {
  const where = places[0] === undefined ? '' : fieldWords[places[0].field]
  switch (finding.guard) {
    case 'names':
      return {
        title: finding.isAnotherMember
          ? `${finding.words} is another member${where}.`
          : `${finding.words} may tell who somebody is${where}.`,
        why: 'A chart names no one else.',
        answer: `Write “${standInFor(finding.isAnotherMember)}”`,
      }
    case 'judgement':
      return {
        title: `“${capitalised(finding.words)}” needs what you saw${where}.`,
        why: seen.length === 0 ? 'The log has nothing about it.' : `The log has: ${seen.join(' ')}`,
        answer: seen.length === 0 ? 'Write what you saw' : 'Add what the log has',
      }
    case 'copied':
      return {
        title: `${sentences.length === 1 ? 'This sentence' : `These ${sentences.length} sentences`} also ${sentences.length === 1 ? 'stands' : 'stand'} in ${finding.from === 'another-note' ? 'another member’s note' : 'an earlier note of theirs'}${where}.`,
        why: '',
        answer:
          sentences.length === 1 ? 'Compare them' : `Compare the ${counted(sentences.length, 'sentence')}`,
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

function capitalised(words: string): string {
  const [first = '', ...rest] = words
  return first.toLocaleUpperCase() + rest.join('')
}
