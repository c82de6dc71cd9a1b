import type { GroupId, PersonId, SessionId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { tableCalls } from '../../../shared/ipc/table-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import {
  attendanceHeadings,
  attendanceRows,
  type AttendanceSources,
} from '../../../shared/record/attendance-table.ts'
import { ledgerFileName } from '../../../shared/record/disclosure-ledger.ts'
import { sessionCode } from '../../../shared/record/group-summary.ts'
import type { SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { startZone } from '../../../shared/session/start-zone.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { stricterPart2 } from '../../../shared/session/vocabulary.ts'
import { findEnded } from '../debrief/find-ended.ts'
import { readLedgerFacts } from '../disclosures/ledger-facts.ts'
import { ledgerTable } from '../disclosures/ledger-table.ts'
import type { Handlers } from '../handler.ts'
import type { Stamped } from '../protocol.ts'
import { tableOfSessions } from '../review/table-of-sessions.ts'
import { findGroup, listMembers, type GroupRow } from '../roster/roster-repository.ts'
import { readLiveSession } from '../session/live-session.ts'
import { listSessions } from '../session/session-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { csvBytes, type Table } from './csv-table.ts'
import { stampUnsigned } from './document-stamps.ts'
import { labelOf } from './session-heading.ts'
import { stampSeries, stampTable } from './sessionless-stamps.ts'
import { writeExport, type ExportSources } from './write-export.ts'

export function tableHandlers(sources: ExportSources): Handlers<keyof typeof tableCalls> {
  return {
    'export.disclosure-table': ({ personId }) => writeTable(sources, disclosureTable(sources, personId)),
    'export.attendance-table': (input) => writeTable(sources, attendanceTable(sources, input)),
    'export.session-table': (input) => writeTable(sources, tableOfSessions(sources, input)),
  }
}

function writeTable(sources: ExportSources, made: Result<Stamped<Table>, Failure>) {
  if (!made.ok) return made
  const { facts, stamp } = made.value
  return writeExport(sources, { stamp, bytes: csvBytes(facts) })
}

function disclosureTable(
  { record, clock, random }: ExportSources,
  personId: PersonId | null,
): Result<Stamped<Table>, Failure> {
  const ledger = readLedgerFacts(record, clock.read(), personId)
  if (!ledger.ok) return ledger
  const facts = ledgerTable(ledger.value)
  const nameFile = (code: string) => ledgerFileName(ledger.value, code, 'csv')
  return succeed({
    facts,
    stamp: stampSeries(record, random, { kind: 'disclosure-table', personId }, facts, nameFile),
  })
}

function attendanceTable(
  sources: ExportSources,
  input: ParsedInputOf<'export.attendance-table'>,
): Result<Stamped<Table>, Failure> {
  return 'sessionId' in input
    ? tableOfSession(sources, input.sessionId, input.naming)
    : tableOfGroup(sources, input.groupId, input.naming)
}

function tableOfSession(
  { record, log }: ExportSources,
  sessionId: SessionId,
  naming: SheetNaming,
): Result<Stamped<Table>, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const { startedAtMs, groupId } = ended.value
  if (startedAtMs === null) return fail({ code: 'not-found' })
  const group = groupId === null ? undefined : findGroup(record, groupId)
  const rows = rowsOf(sessionId, ended.value, group, memberNames(record, naming))
  const facts = { headings: attendanceHeadings, rows }
  const day = isoDay(startedAtMs, startZone(ended.value))
  const fileName = tableFileName(day, sessionCode(sessionId))
  return succeed({ facts, stamp: stampUnsigned(record, 'attendance-table', sessionId, facts, fileName) })
}

function tableOfGroup(
  { record, clock, random }: ExportSources,
  groupId: GroupId,
  naming: SheetNaming,
): Result<Stamped<Table>, Failure> {
  const group = findGroup(record, groupId)
  if (group === undefined) return fail({ code: 'not-found' })
  const sessions = listSessions(record)
    .filter((session) => session.groupId === groupId && session.stage === 'ended')
    .toReversed()
  const memberOf = memberNames(record, naming)
  // Read past the log's memory, which would hold years of sessions from then on.
  const rows = sessions.flatMap(({ sessionId }) => {
    const session = readLiveSession(record, sessionId)
    return session === undefined ? [] : rowsOf(sessionId, session.state, group, memberOf)
  })
  const facts = { headings: attendanceHeadings, rows }
  const { wallMs, zone } = clock.read()
  const nameFile = (code: string) => tableFileName(isoDay(wallMs, zone), code)
  return succeed({ facts, stamp: stampTable(record, random, 'attendance-table', facts, nameFile) })
}

/** As neutral as every name of a file: `2026-11-24-M4T9-attendance.csv`. */
function tableFileName(day: string, code: string): string {
  return `${day}-${code}-attendance.csv`
}

type MemberOf = AttendanceSources['memberOf']

/** Names members; someone who is not on file any more keeps their line. */
function memberNames(record: ReadableDb<'record'>, naming: SheetNaming): MemberOf {
  const members = new Map(listMembers(record).map((member) => [member.id, member]))
  return (personId) => {
    const member = members.get(personId)
    return { label: labelOf(member, naming), chartId: member?.chartId ?? '' }
  }
}

function rowsOf(sessionId: SessionId, state: SessionState, group: GroupRow | undefined, memberOf: MemberOf) {
  return attendanceRows({
    code: sessionCode(sessionId),
    state,
    groupName: group?.name ?? '',
    part2: stricterPart2(state.part2, group?.part2 ?? state.part2),
    memberOf,
  })
}
