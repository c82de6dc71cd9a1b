import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleResultIdSchema } from '../../../src/shared/ids.ts'
import { scaleDraftSchema, scoreDraft, standingResults } from '../../../src/shared/measures/scale-result.ts'
import {
  bandOf,
  cutOffs,
  scales,
  shippedScaleSchema,
  totalOf,
  unanswered,
  type ShippedScale,
} from '../../../src/shared/measures/scales.ts'

const scaleIds = shippedScaleSchema.options
const answer = fc.integer({ min: 0, max: 3 })
const itemsOf = (scale: ShippedScale) =>
  fc.array(answer, { minLength: scales[scale].items.length, maxLength: scales[scale].items.length })

describe.each(scaleIds)('the %s', (scale) => {
  it('scores as the sum of its items, from 0 to its highest', () => {
    fc.assert(
      fc.property(itemsOf(scale), (items) => {
        const total = totalOf(items)
        expect(total).toBe(items.reduce((sum, one) => sum + one, 0))
        expect(total).toBeLessThanOrEqual(scales[scale].highest)
      }),
    )
    expect(totalOf(scales[scale].items.map(() => 3))).toBe(scales[scale].highest)
    expect(totalOf(scales[scale].items.map(() => 0))).toBe(0)
  })

  it('has no total while an item is missing, and says which', () => {
    fc.assert(
      fc.property(itemsOf(scale), fc.nat({ max: scales[scale].items.length - 1 }), (items, missing) => {
        const holed = items.map((one, index) => (index === missing ? null : one))
        expect(totalOf(holed)).toBeNull()
        expect(unanswered(holed)).toEqual([missing])
      }),
    )
  })

  it('has a band for every total, and a higher total has never a lower band', () => {
    const bands = Array.from({ length: scales[scale].highest + 1 }, (_, total) => bandOf(scale, total).from)
    expect(bands).toEqual(bands.toSorted((a, b) => a - b))
    expect(new Set(bands)).toEqual(new Set(scales[scale].bands.map(({ from }) => from)))
  })
})

it('draws its cut-offs where they were published', () => {
  expect(cutOffs('phq-9').map(({ from, words }) => `${from} ${words}`)).toEqual([
    '5 mild',
    '10 moderate',
    '15 moderately severe',
    '20 severe',
  ])
  expect(cutOffs('gad-7').map(({ from, words }) => `${from} ${words}`)).toEqual([
    '5 mild',
    '10 moderate',
    '15 severe',
  ])
  for (const scale of scaleIds) {
    for (const { from, words } of cutOffs(scale)) {
      expect(bandOf(scale, from).words).toBe(words)
      expect(bandOf(scale, from - 1).words).not.toBe(words)
    }
  }
})

const takenOn = '2026-11-20'

const fitsAsTotal = (scale: string, value: number) =>
  scaleDraftSchema.safeParse({
    scale,
    takenOn,
    difficulty: null,
    answers: { given: 'total', total: value, ...(scale === 'phq-9' ? { item9: null } : {}) },
  }).success

const parseOwn = (value: number) =>
  scaleDraftSchema.safeParse({
    scale: 'own',
    takenOn,
    name: 'Session rating',
    lowest: 0,
    highest: 40,
    total: value,
  })

describe('a score that is entered', () => {
  it('keeps item 9 apart, whatever else is missing', () => {
    fc.assert(
      fc.property(answer, (item9) => {
        const items = [...Array.from({ length: 8 }, () => null), item9]
        const answers = { given: 'items', items } as const
        const scored = scoreDraft({ scale: 'phq-9', takenOn, difficulty: null, answers })
        expect(scored).toMatchObject({ total: null, item9, items })
      }),
    )
  })

  it('as a total tells of item 9 what was said of it, and a GAD-7 has none', () => {
    const phq = { given: 'total', total: 14, item9: null } as const
    expect(scoreDraft({ scale: 'phq-9', takenOn, difficulty: null, answers: phq })).toMatchObject({
      total: 14,
      items: null,
      item9: null,
    })
    const gad = { given: 'items', items: [1, 1, 1, 1, 1, 1, 1] } as const
    expect(
      scoreDraft({ scale: 'gad-7', takenOn, difficulty: 2, answers: { ...gad, items: [...gad.items] } }),
    ).toMatchObject({ total: 7, item9: null, difficulty: 2 })
  })

  it('is refused outside its range', () => {
    expect([
      fitsAsTotal('phq-9', 27),
      fitsAsTotal('phq-9', 28),
      fitsAsTotal('gad-7', 21),
      fitsAsTotal('gad-7', 22),
    ]).toEqual([true, false, true, false])
    expect(parseOwn(36.5).success).toBe(true)
    expect(parseOwn(40.1).error?.issues).toMatchObject([{ path: ['total'], message: 'out-of-range' }])
  })
})

function resultOf(day: string, isCorrected = false, isStruck = false) {
  const correctedById = isCorrected ? scaleResultIdSchema.parse(crypto.randomUUID()) : null
  return { takenOn: day, correctedById, isStruck }
}

it('what was corrected or struck does not count', () => {
  const late = resultOf('2026-11-20')
  const early = resultOf('2026-11-01')
  const gone = [resultOf('2026-10-01', true), resultOf('2026-11-02', false, true)]
  expect(standingResults([late, ...gone, early])).toEqual([early, late])
})
