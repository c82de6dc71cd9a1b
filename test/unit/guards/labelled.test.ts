import { expect, it } from 'vitest'
import { heldOutNames } from '../../guards/held-out-names.ts'
import { labelledMoreNames } from '../../guards/labelled-more-names.ts'
import { labelledNames } from '../../guards/labelled-names.ts'
import { scoreNames } from '../../guards/score-names.ts'
import { countJudgements, countPrivate } from '../../guards/score-others.ts'

it.each([
  ['the labelled sentences', [...labelledNames, ...labelledMoreNames], 200],
  ['sentences that the guards were not made on', heldOutNames, 80],
] as const)('names are found at their places in %s', (_, lists, fewest) => {
  const { sentences, recall, precision } = scoreNames(lists)
  expect(sentences).toBeGreaterThanOrEqual(fewest)
  expect(recall).toBeGreaterThanOrEqual(0.98)
  expect(precision).toBeGreaterThanOrEqual(0.95)
})

it('judgements and statutory elements are seen as they are labelled', () => {
  expect(countJudgements().wrong).toEqual([])
  expect(countPrivate().wrong).toEqual([])
})
