import { markSentences } from '../../shared/record/mark-sentences.ts'
import { numberWords } from '../../shared/record/member-facts.ts'
import type { Measure } from '../../shared/measures/measure.ts'
import type { SharedPart } from '../../shared/record/debrief.ts'
import type { Seated } from '../live/seated.ts'
import type { DebriefFacts } from './debrief-view.ts'

/** What a note holds that nobody writes for it: from the log, and from the shared part. */
export interface NoteBasis {
  readonly sentences: readonly string[]
  readonly numbers: readonly string[]
  readonly interventions: readonly { readonly name: string; readonly text: string }[]
  /** What everyone takes along. */
  readonly forAll: readonly string[]
}

export function basisOf(
  facts: DebriefFacts,
  member: Seated,
  { shared, namesPhases }: { readonly shared: SharedPart; readonly namesPhases: boolean },
  measures: readonly Measure[],
): NoteBasis {
  return {
    sentences: facts.sentencesOf(member.personId, namesPhases),
    numbers: numberWords(facts.state, member.progress, measures),
    interventions: facts.facilitators.flatMap(({ personId, name }) => {
      const text = shared.interventions.find((one) => one.personId === personId)?.text.trim() ?? ''
      return text === '' ? [] : [{ name, text }]
    }),
    forAll: [shared.plan, shared.homePractice].map((text) => text.trim()).filter((text) => text !== ''),
  }
}

const seenMarks = Object.entries(markSentences).flatMap(([mark, words]) => (mark === 'risk' ? [] : [words]))

/** What the log saw the member do, as sentences that a judgement can rest on. */
export function behaviourSeen(facts: DebriefFacts, member: Seated): readonly string[] {
  // Without the phases: times alone say where to look.
  return facts
    .sentencesOf(member.personId, false)
    .filter((sentence) => seenMarks.some((words) => sentence.startsWith(words)))
}
