import { scaleResultIdSchema } from '../../../shared/ids.ts'
import type { Answer } from '../../../shared/ipc/contract.ts'
import type { scaleCalls } from '../../../shared/ipc/scale-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { scoreDraft, type ScaleDraft, type ScaleResult } from '../../../shared/measures/scale-result.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { openScaleFollowUp } from '../follow-up/scale-follow-up-handlers.ts'
import type { Handlers } from '../handler.ts'
import { findAuthor, findMember } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { findResult, highestItem9, insertResult, readResults } from './scale-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly random: Random
}

type Entered = Answer<'scales.enter'>
type Body = Pick<
  ScaleResult,
  | 'personId'
  | 'scale'
  | 'takenOn'
  | 'name'
  | 'lowest'
  | 'highest'
  | 'total'
  | 'items'
  | 'item9'
  | 'difficulty'
  | 'correctsId'
  | 'isStruck'
>

export function scaleHandlers(sources: Sources): Handlers<keyof typeof scaleCalls> {
  const { record, clock } = sources
  const isToCome = ({ takenOn }: ScaleDraft) => {
    const { wallMs, zone } = clock.read()
    return takenOn > isoDay(wallMs, zone)
  }
  return {
    'scales.read': ({ personId }) => succeed(readResults(record, personId)),
    'scales.enter': ({ personId, draft }) => {
      if (findMember(record, personId) === undefined) return fail({ code: 'not-found' })
      if (isToCome(draft)) return toCome
      return enter(sources, { ...bodyOf(draft), personId, correctsId: null, isStruck: false })
    },
    'scales.correct': ({ resultId, draft }) => {
      const wrong = findResult(record, resultId)
      if (wrong === undefined) return fail({ code: 'not-found' })
      if (wrong.correctedById !== null) return fail({ code: 'already-corrected' })
      if (draft !== null && isToCome(draft)) return toCome
      const { personId } = wrong
      return draft === null
        ? enter(sources, { ...wrong, ...nothing, correctsId: resultId, isStruck: true })
        : enter(sources, { ...bodyOf(draft), personId, correctsId: resultId, isStruck: false })
    },
  }
}

const toCome = fail({
  code: 'bad-input',
  fields: [{ path: 'draft.takenOn', rule: 'still-to-come' }],
} as const)

const nothing = { total: null, items: null, item9: null, difficulty: null } as const

function bodyOf(draft: ScaleDraft): Omit<Body, 'personId' | 'correctsId' | 'isStruck'> {
  return { scale: draft.scale, takenOn: draft.takenOn, ...scoreDraft(draft) }
}

// A correction opens a follow-up where it tells of more than was told before; one that tells of less closes none.
function enter({ record, clock, random }: Sources, body: Body): Entered {
  return transact(record, () => {
    const author = findAuthor(record)
    if (author === undefined) return fail({ code: 'not-found' })
    const { personId, item9, correctsId } = body
    const told = highestItem9(record, correctsId)
    const enteredAtMs = clock.read().wallMs
    const resultId = scaleResultIdSchema.parse(random.uuid())
    insertResult(record, { ...body, resultId, enteredAtMs, enteredById: author.id })
    const followUpId =
      item9 !== null && item9 > told
        ? openScaleFollowUp(
            { record, random },
            { resultId, personId, item9, openedAtMs: enteredAtMs, ownerId: author.id },
          )
        : null
    return succeed({ resultId, followUpId })
  })
}
