import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { KeptChart } from '../../../shared/ipc/retention-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { listExportsErased } from '../export/export-repository.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { countErased, listErasedSessions, listSharedSessions, takeHold } from './erasing-repository.ts'
import { readCharts } from './read-charts.ts'
import { readRetentionRules } from './retention-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

/** What goes with some charts. */
export interface ErasingPlan {
  readonly personIds: readonly PersonId[]
  readonly sessionIds: readonly SessionId[]
  readonly sharedSessionCount: number
  readonly textCount: number
  readonly disclosureCount: number
  /** Files that were exported of them and not deleted since. */
  readonly files: readonly ExportedFile[]
}

/** Thrown to roll back, and caught where the transaction was begun. */
class Seen extends Error {
  readonly plan: ErasingPlan

  constructor(plan: ErasingPlan) {
    super('seen')
    this.plan = plan
  }
}

/**
 * What erasing these charts takes, as the database itself would let it go: asked in a transaction that is rolled back. Fails
 * with `not-found`, `not-past`, `on-hold` or `session-open`.
 */
export function planErasing(
  { record, clock }: Sources,
  asked: readonly PersonId[],
): Result<ErasingPlan, Failure> {
  const personIds = [...new Set(asked)]
  const refusal = refuse({ record, clock }, personIds)
  if (refusal !== null) return fail(refusal)
  try {
    return transact(record, () => {
      takeHold(record, personIds)
      const shared = new Set(listSharedSessions(record).map(({ sessionId }) => sessionId))
      throw new Seen({
        personIds,
        sessionIds: listErasedSessions(record),
        sharedSessionCount: shared.size,
        ...countErased(record),
        files: listExportsErased(record).filter(({ deletedAtMs }) => deletedAtMs === null),
      })
    })
  } catch (error) {
    if (error instanceof Seen) return succeed(error.plan)
    throw error
  }
}

function refuse({ record, clock }: Sources, personIds: readonly PersonId[]): Failure | null {
  // It would stand still for as long as files are written.
  if (listActiveSessions(record).length > 0) return { code: 'session-open' }
  const charts = new Map(readCharts({ record, clock }).map((chart) => [chart.personId, chart]))
  const chosen = personIds.map((personId) => charts.get(personId))
  if (chosen.includes(undefined)) return { code: 'not-found' }
  if (chosen.some((chart) => chart?.standing === 'held')) return { code: 'on-hold' }
  const hasRule = readRetentionRules(record).jurisdiction !== ''
  return chosen.every((chart) => chart !== undefined && isPast(chart, hasRule)) ? null : { code: 'not-past' }
}

/** Of whoever never came nothing has to be kept, once somebody has looked up what has to be. */
function isPast({ standing }: KeptChart, hasRule: boolean): boolean {
  return standing === 'past' || (standing === 'never-came' && hasRule)
}
