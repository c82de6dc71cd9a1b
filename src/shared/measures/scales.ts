import { z } from '../zod.ts'

/**
 * The two questionnaires whose words come with the console. PHQ-9 and GAD-7 were developed by Drs. Robert L. Spitzer,
 * Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to
 * reproduce, translate, display or distribute. No other instrument's words are shipped.
 */
export const shippedScaleSchema = z.enum(['phq-9', 'gad-7'])
export type ShippedScale = z.infer<typeof shippedScaleSchema>

/** An answer to one item: 0 not at all, 1 several days, 2 more than half the days, 3 nearly every day. */
export const itemAnswerSchema = z.int().min(0).max(3)

/** A band of scores, beginning with `from`. */
export interface Band {
  readonly from: number
  readonly words: string
}

export interface Scale {
  readonly id: ShippedScale
  readonly name: string
  readonly measures: string
  /** Stands before the items, as printed on the form. */
  readonly stem: string
  readonly items: readonly string[]
  readonly highest: number
  /** From the lowest; the first begins with 0. The others begin at the published cut-offs. */
  readonly bands: readonly Band[]
}

export const scaleAnswers = [
  'Not at all',
  'Several days',
  'More than half the days',
  'Nearly every day',
] as const

/** The unscored question at the end of both forms, and its answers. */
export const difficultyQuestion =
  'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?'
export const difficultyAnswers = [
  'Not difficult at all',
  'Somewhat difficult',
  'Very difficult',
  'Extremely difficult',
] as const

export const scaleAttribution =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.'

const stem = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?'

/** The item of the PHQ-9 (counted from 0) that asks about thoughts of being better off dead. */
export const riskItem = 8

export const scales: Readonly<Record<ShippedScale, Scale>> = {
  'phq-9': {
    id: 'phq-9',
    name: 'PHQ-9',
    measures: 'depression',
    stem,
    items: [
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    ],
    highest: 27,
    // Kroenke, Spitzer, Williams: The PHQ-9, J Gen Intern Med 2001;16:606–613.
    bands: [
      { from: 0, words: 'minimal' },
      { from: 5, words: 'mild' },
      { from: 10, words: 'moderate' },
      { from: 15, words: 'moderately severe' },
      { from: 20, words: 'severe' },
    ],
  },
  'gad-7': {
    id: 'gad-7',
    name: 'GAD-7',
    measures: 'anxiety',
    stem,
    items: [
      'Feeling nervous, anxious or on edge',
      'Not being able to stop or control worrying',
      'Worrying too much about different things',
      'Trouble relaxing',
      'Being so restless that it is hard to sit still',
      'Becoming easily annoyed or irritable',
      'Feeling afraid as if something awful might happen',
    ],
    highest: 21,
    // Spitzer, Kroenke, Williams, Löwe: A brief measure for assessing generalized anxiety disorder, Arch Intern Med
    // 2006;166:1092–1097.
    bands: [
      { from: 0, words: 'minimal' },
      { from: 5, words: 'mild' },
      { from: 10, words: 'moderate' },
      { from: 15, words: 'severe' },
    ],
  },
}

/** The band that a total lies in. */
export function bandOf(scale: ShippedScale, total: number): Band {
  const { bands } = scales[scale]
  return bands.findLast(({ from }) => total >= from) ?? { from: 0, words: 'minimal' }
}

/** Where a band above the first begins: what a plot draws a line at. */
export function cutOffs(scale: ShippedScale): readonly Band[] {
  return scales[scale].bands.slice(1)
}

/** The items (counted from 0) that were left unanswered. */
export function unanswered(items: readonly (number | null)[]): readonly number[] {
  return items.flatMap((answer, index) => (answer === null ? [index] : []))
}

/** The sum of all answers. Null while one is missing: a sum of fewer would read as a lower score. */
export function totalOf(items: readonly (number | null)[]): number | null {
  let total = 0
  for (const answer of items) {
    if (answer === null) return null
    total += answer
  }
  return total
}
