import { scaleResultIdSchema, type PersonId } from '../../src/shared/ids.ts'
import { isoDay } from '../../src/shared/iso-day.ts'
import { scoreDraft, type ScaleDraft } from '../../src/shared/measures/scale-result.ts'
import { riskItem, scales, type ShippedScale } from '../../src/shared/measures/scales.ts'
import { openScaleFollowUp } from '../../src/main/core/follow-up/scale-follow-up-handlers.ts'
import { insertClosing } from '../../src/main/core/follow-up/scale-follow-up-repository.ts'
import { saltBytes } from '../../src/main/core/notes/commitment.ts'
import { insertResult } from '../../src/main/core/scales/scale-repository.ts'
import type { Clock } from '../../src/main/core/clock.ts'
import type { Chance } from './chance.ts'
import type { Clinic, GrownMember } from './clinic.ts'
import { writeRecord } from './words.ts'

const minuteMs = 60_000
const weeksBetween = 2
/** Of late, some risks are still to be seen to. */
const recentMs = 10 * 24 * 60 * minuteMs

/** How somebody fares: where they begin, where they are bound for, and how fast. As shares of the highest score. */
export interface Course {
  readonly begin: number
  readonly end: number
  readonly weeksToHalf: number
  /** How much their anxiety is above their depression. */
  readonly anxiousBy: number
  weeks: number
}

/** Most get better, some stay as they are, and a few get worse. */
export function chooseCourse(chance: Chance): Course {
  const begin = 0.15 + 0.7 * bell(chance)
  const share = chance.share()
  const end = share < 0.7 ? begin * (0.2 + 0.3 * chance.share()) : share < 0.92 ? begin : begin + 0.15
  return { begin, end, weeksToHalf: chance.between(3, 12), anxiousBy: 0.2 * (chance.share() - 0.5), weeks: 0 }
}

/**
 * Lets somebody fill in both questionnaires at a moment, at their admission and every second week or so from then on. What
 * is later than `endsAtMs` has not happened yet.
 */
export function fillIn(
  clinic: Clinic,
  endsAtMs: number,
  { member, course }: GrownMember,
  clock: Clock,
): void {
  const { chance } = clinic
  const { weeks, begin, end } = course
  course.weeks += 1
  if (weeks > 0 && (weeks % weeksBetween !== 0 || chance.happens(0.15))) return
  const level = end + (begin - end) * 0.5 ** (weeks / course.weeksToHalf)
  const { wallMs, zone } = clock.read()
  for (const scale of ['phq-9', 'gad-7'] as const) {
    const items = answer(chance, scale, scale === 'phq-9' ? level : level + course.anxiousBy)
    const draft = draftOf(chance, scale, items, isoDay(wallMs, zone))
    enter(clinic, endsAtMs, member.id, draft, wallMs)
  }
}

/** As the console enters it, with the follow-up that it opens. */
function enter(
  { record, chance, author }: Clinic,
  endsAtMs: number,
  personId: PersonId,
  draft: ScaleDraft,
  enteredAtMs: number,
): void {
  const { scale, takenOn } = draft
  const scored = scoreDraft(draft)
  const resultId = scaleResultIdSchema.parse(chance.uuid())
  const entry = { resultId, personId, scale, takenOn, enteredAtMs, enteredById: author.id }
  insertResult(record, { ...entry, ...scored, correctsId: null, isStruck: false })
  const { item9 } = scored
  if (item9 === null || item9 === 0) return
  const opened = { resultId, personId, item9, openedAtMs: enteredAtMs }
  const followUpId = openScaleFollowUp({ record, random: chance }, { ...opened, ownerId: author.id })
  const closedAtMs = enteredAtMs + chance.between(20, 240) * minuteMs
  const isLeft = enteredAtMs > endsAtMs - recentMs && chance.happens(0.7)
  if (isLeft || closedAtMs > endsAtMs) return
  const text = `Asked about it the same day; the safety plan was gone through. ${writeRecord(chance, 1)}`
  const salt = chance.bytes(saltBytes)
  insertClosing(record, { followUpId, ...opened }, { text, signedById: author.id, closedAtMs, salt })
}

/** Answers whose sum comes to about this share of the highest. */
function answer(chance: Chance, scale: ShippedScale, level: number): number[] {
  const day = level + 0.12 * (bell(chance) - 0.5)
  return scales[scale].items.map((_, item) => {
    if (scale === 'phq-9' && item === riskItem) return thoughts(chance, day)
    return Math.min(3, Math.max(0, Math.round(3 * day + 4 * (bell(chance) - 0.5))))
  })
}

/** Item 9 is answered with anything but *not at all* by few, and more often by those who fare badly. */
function thoughts(chance: Chance, level: number): number {
  if (!chance.happens(Math.max(0, level - 0.3) * 0.35)) return 0
  return chance.happens(0.8) ? 1 : 2
}

/** Most are typed in item by item; of some there is a total alone, and in a few an item was left out. */
function draftOf(chance: Chance, scale: ShippedScale, items: number[], takenOn: string): ScaleDraft {
  const difficulty = chance.happens(0.7) ? chance.below(4) : null
  if (chance.happens(0.1)) {
    const total = items.reduce((sum, item) => sum + item, 0)
    return scale === 'phq-9'
      ? { scale, takenOn, difficulty, answers: { given: 'total', total, item9: items[riskItem] ?? null } }
      : { scale, takenOn, difficulty, answers: { given: 'total', total } }
  }
  const left = chance.happens(0.03) ? chance.below(riskItem - 1) : -1
  const given = items.map((item, index) => (index === left ? null : item))
  return { scale, takenOn, difficulty, answers: { given: 'items', items: given } }
}

/** From 0 to 1, mostly near the middle. */
function bell(chance: Chance): number {
  return (chance.share() + chance.share() + chance.share()) / 3
}
