import type { Failure } from '../../../shared/ipc/failure.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionRow } from '../../../shared/review/session-row.ts'
import { sessionTable } from '../../../shared/review/session-table.ts'
import type { Table } from '../export/csv-table.ts'
import { stampTable } from '../export/sessionless-stamps.ts'
import type { ExportSources } from '../export/write-export.ts'
import type { Stamped } from '../protocol.ts'
import { listFacilitators, listGroups } from '../roster/roster-repository.ts'
import { readRecordRules } from '../signing/record-rules-repository.ts'
import { findSessionRows } from './session-review-repository.ts'

/** The table of sessions as it is shown: these, in this order, with these columns. `not-found` where one has not ended. */
export function tableOfSessions(
  { record, clock, random }: Pick<ExportSources, 'record' | 'clock' | 'random'>,
  { sessionIds, columns }: ParsedInputOf<'export.session-table'>,
): Result<Stamped<Table>, Failure> {
  const known = findSessionRows(record, sessionIds)
  const rows = sessionIds.map((sessionId) => known.get(sessionId)).filter((row) => row !== undefined)
  if (rows.length < sessionIds.length) return fail({ code: 'not-found' })
  const groupNames = new Map(listGroups(record).map(({ id, name }) => [id, name]))
  const leadNames = new Map(listFacilitators(record).map(({ id, name }) => [id, name]))
  const now = clock.read()
  const facts = sessionTable(rows, columns, {
    rules: readRecordRules(record),
    now,
    groupOf: ({ groupId }) => groupNames.get(groupId) ?? '',
    leadOf: ({ leadId }: SessionRow) => (leadId === null ? '' : (leadNames.get(leadId) ?? '')),
  })
  const nameFile = (code: string) => `${isoDay(now.wallMs, now.zone)}-${code}-sessions.csv`
  return succeed({ facts, stamp: stampTable(record, random, 'session-table', facts, nameFile) })
}
