import type { SessionId } from '../../../shared/ids.ts'
import { attendanceFileName } from '../../../shared/record/attendance-sheet.ts'
import { summarizeForSupervision } from '../../../shared/record/summarize-for-supervision.ts'
import { supervisionFileName } from '../../../shared/record/supervision-summary.ts'
import type { SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { findEnded } from '../debrief/find-ended.ts'
import type { TaskHandlers } from '../handler.ts'
import { listMeasures } from '../measures/measure-repository.ts'
import { listNameableMembers } from '../roster/nameable-members.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { readRecordRules } from '../signing/record-rules-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readAttendanceFacts } from './attendance-facts.ts'
import { stampUnsigned } from './document-stamps.ts'
import { readSummaryFacts } from './summary-facts.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
}

/** Papers about a session that belong in nobody's chart: who was there, and what a supervisor reads. */
export function rosterPapers(
  sources: Sources,
): TaskHandlers<'export.attendance-facts' | 'export.supervision-facts'> {
  return {
    'export.attendance-facts': ({ sessionId, naming }) => attendanceFacts(sources, sessionId, naming),
    'export.supervision-facts': ({ sessionId }) => supervisionFacts(sources, sessionId),
  }
}

function attendanceFacts({ record, log, clock }: Sources, sessionId: SessionId, naming: SheetNaming) {
  const read = readAttendanceFacts(record, log, clock.read(), sessionId, naming)
  if (!read.ok) return read
  const facts = read.value
  const { session } = facts
  // When it was printed does not stand on a sheet.
  const shown = session.kind === 'attended' ? facts : { ...facts, session: { ...session, printedAtMs: 0 } }
  const stamp = stampUnsigned(record, 'attendance-sheet', sessionId, shown, attendanceFileName(facts))
  return succeed({ facts, stamp })
}

function supervisionFacts({ record, log, clock }: Sources, sessionId: SessionId) {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const summary = readSummaryFacts(record, log, sessionId)
  if (!summary.ok) return summary
  const facts = summarizeForSupervision({
    state: ended.value,
    summary: summary.value,
    members: listNameableMembers(record, ended.value),
    facilitators: listFacilitators(record),
    measures: listMeasures(record),
    rules: readRecordRules(record),
    nowMs: clock.read().wallMs,
  })
  const stamp = stampUnsigned(record, 'supervision-summary', sessionId, facts, supervisionFileName(facts))
  return succeed({ facts, stamp })
}
