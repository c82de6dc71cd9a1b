import type { ImportCounts, importCalls, ImportPreview } from '../../../shared/ipc/import-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { guessDateOrder } from '../../../shared/import/read-cell.ts'
import { proposeColumns, type Mapping } from '../../../shared/import/mapping.ts'
import {
  planImport,
  type Decision,
  type ImportPlan,
  type TableLine,
} from '../../../shared/import/plan-import.ts'
import { importIdSchema } from '../../../shared/ids.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { maxCapacity } from '../../../shared/roster/group.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import { readGone } from '../care/care-repository.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import { readGroups } from '../roster/read-roster.ts'
import { listMembers } from '../roster/roster-repository.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { readLastImport } from './import-repository.ts'
import { readTable } from './read-table.ts'
import { takeBack } from './take-back.ts'
import { takeOver } from './take-over.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly clock: Clock
}

/** The table that was chosen last, in memory for as long as the vault is open or until it is put away. */
interface Held {
  table: readonly TableLine[] | null
}

const sampleLines = 6

/** What an import asks of the core: the calls of its page, and the bytes that main has read for it. */
export function importHandlers(sources: Sources): {
  readonly calls: Handlers<Exclude<keyof typeof importCalls, 'import.choose'>>
  readonly tasks: TaskHandlers<'import.take'>
} {
  const { record, random, clock } = sources
  const held: Held = { table: null }
  const plan = (mapping: Mapping, decisions: readonly Decision[]): Result<ImportPlan, Failure> =>
    held.table === null
      ? fail({ code: 'not-found' })
      : succeed(planTable(held.table, mapping, decisions, sources))
  return {
    calls: {
      'import.preview': ({ mapping, decisions }) => {
        const planned = plan(mapping, decisions)
        return planned.ok ? succeed(preview(planned.value)) : planned
      },
      'import.commit': ({ mapping, decisions }) => {
        const planned = plan(mapping, decisions)
        if (!planned.ok) return planned
        if (planned.value.lines.some(({ problems }) => problems.length > 0))
          return fail({ code: 'import-unsettled' })
        const importId = importIdSchema.parse(random.uuid())
        const done = { importId, importedAtMs: clock.read().wallMs, counts: countsOf(planned.value) }
        const taken = takeOver(sources, planned.value, done)
        if (taken.ok) held.table = null
        return taken
      },
      'import.forget': () => {
        held.table = null
        return succeed(null)
      },
      'import.last': () => succeed(readLastImport(record) ?? null),
      'import.undo': ({ importId }) => takeBack({ record, clock }, importId),
    },
    tasks: {
      'import.take': ({ bytes }) => {
        const table = readTable(bytes)
        if (table === null) return fail({ code: 'not-a-table' })
        held.table = table
        return succeed({
          sample: table.slice(0, sampleLines).map(({ cells }) => [...cells]),
          lineCount: table.length,
          mapping: proposeMapping(table),
        })
      },
    },
  }
}

function proposeMapping(table: readonly TableLine[]): Mapping {
  const width = Math.max(...table.map(({ cells }) => cells.length))
  const first = Array.from({ length: width }, (_, index) => table[0]?.cells[index] ?? '')
  const columns = proposeColumns(first)
  const hasHeadings = columns.some((field) => field !== null)
  const at = columns.indexOf('agreed-on')
  const dates = at === -1 ? [] : table.slice(1).map(({ cells }) => cells[at] ?? '')
  return { columns, hasHeadings, dateOrder: guessDateOrder(dates) ?? 'month-first', groupType: 'support' }
}

function planTable(
  table: readonly TableLine[],
  mapping: Mapping,
  decisions: readonly Decision[],
  { record, random }: Sources,
): ImportPlan {
  return planImport(mapping.hasHeadings ? table.slice(1) : table, readOnFile(record), {
    mapping,
    decisions,
    mostMembers: Math.min(maxCapacity, readCareRules(record).mostMembers),
    fits: (type, lengthMinutes) => makeTemplateAgenda(type, lengthMinutes, random).ok,
  })
}

function readOnFile(record: ReadableDb<'record'>) {
  const gone = readGone(record)
  return {
    members: listMembers(record).map((member) => ({ ...member, hasLeft: gone.has(member.id) })),
    groups: readGroups(record).map((group) => ({ ...group, isClosed: group.membership === 'closed' })),
  }
}

function countsOf({ members, groups, enrolments }: ImportPlan): ImportCounts {
  return { members: members.length, groups: groups.length, enrolments: enrolments.length }
}

function preview(plan: ImportPlan): ImportPreview {
  const settled = plan.lines.filter(({ problems }) => problems.length === 0)
  return {
    counts: countsOf(plan),
    sameCount: settled.filter(({ fate }) => fate === 'same').length,
    leftOutCount: settled.filter(({ fate }) => fate === 'left-out').length,
    problemCount: plan.lines.length - settled.length,
    lines: [...plan.lines],
  }
}
