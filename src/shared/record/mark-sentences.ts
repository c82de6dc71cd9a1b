import type { Mark } from '../session/vocabulary.ts'

/** Marks in a word or two, as they stand in a line of facts. */
export const markNames: Readonly<Record<Mark, string>> = {
  shared: 'shared',
  feedback: 'feedback',
  skill: 'skill',
  asked: 'asked',
  passed: 'passed by choice',
  quiet: 'attentive silence',
  moved: 'moved',
  conflict: 'conflict',
  risk: 'risk',
}

/** How a sentence about the mark begins; times follow. Behaviour that was seen, never a judgement. */
export const markSentences: Readonly<Record<Mark, string>> = {
  shared: 'Shared',
  feedback: 'Gave feedback to a peer',
  skill: 'Used or practised a skill',
  asked: 'Asked',
  passed: 'Passed by choice',
  quiet: 'Listened in attentive silence',
  moved: 'Was visibly moved',
  conflict: 'Was part of a conflict',
  risk: 'Risk was marked',
}
