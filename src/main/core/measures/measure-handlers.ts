import { nameKey } from '../../../shared/name-key.ts'
import { measureIdSchema, type MeasureId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { measureCalls } from '../../../shared/ipc/measure-calls.ts'
import type { MeasureDraft } from '../../../shared/measures/measure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { findGroup } from '../roster/roster-repository.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import {
  changeMeasure,
  insertMeasure,
  listAsked,
  listLastNumbers,
  listMeasures,
  retireMeasure,
  saveAsked,
} from './measure-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
}

type Done = Result<null, Failure>

export function measureHandlers({ record, random }: Sources): Handlers<keyof typeof measureCalls> {
  return {
    'measures.read': () => succeed({ measures: listMeasures(record), asked: listAsked(record) }),
    'measures.choose': ({ groupId, measureIds }) => {
      const known = new Set(listMeasures(record).map(({ id }) => id))
      if (findGroup(record, groupId) === undefined || !measureIds.every((id) => known.has(id)))
        return fail({ code: 'not-found' })
      saveAsked(record, groupId, [...new Set(measureIds)])
      return succeed(null)
    },
    'measures.create': (draft) => {
      if (isNameTaken(record, draft)) return fail({ code: 'name-taken' })
      const measureId = measureIdSchema.parse(random.uuid())
      insertMeasure(record, measureId, draft)
      return succeed({ measureId })
    },
    'measures.change': ({ measureId, draft }) => {
      const own = findOwn(record, measureId)
      if (!own.ok) return own
      if (isNameTaken(record, draft, measureId)) return fail({ code: 'name-taken' })
      changeMeasure(record, measureId, draft)
      return succeed(null)
    },
    'measures.retire': ({ measureId, isRetired }) => {
      const own = findOwn(record, measureId)
      if (!own.ok) return own
      retireMeasure(record, measureId, isRetired)
      return succeed(null)
    },
    'measures.last': ({ sessionId }) => succeed(listLastNumbers(record, sessionId)),
  }
}

/** Whether a measure is the clinic's own, and so theirs to change. Fails with `not-found` or `not-allowed`. */
function findOwn(record: ReadableDb<'record'>, measureId: MeasureId): Done {
  const measure = listMeasures(record).find(({ id }) => id === measureId)
  if (measure === undefined) return fail({ code: 'not-found' })
  return measure.isBuiltIn ? fail({ code: 'not-allowed' }) : succeed(null)
}

// A retired one keeps its name: its numbers are still shown under it.
function isNameTaken(record: ReadableDb<'record'>, { name }: MeasureDraft, exceptFor?: MeasureId): boolean {
  return listMeasures(record).some((one) => one.id !== exceptFor && nameKey(one.name) === nameKey(name))
}
