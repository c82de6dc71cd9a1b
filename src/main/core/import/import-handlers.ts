import type { ImportCounts, importCalls, ImportPreview } from '../../../shared/ipc/import-calls.ts'
import { guessDateOrder } from '../../../shared/import/read-cell.ts'
import { proposeColumns, type Mapping } from '../../../shared/import/mapping.ts'
import { planImport, type ImportPlan, type TableLine } from '../../../shared/import/plan-import.ts'
import { importIdSchema } from '../../../shared/ids.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import type { WritableDb } from '../vault/database.ts'
import type { ImportJob } from './import-job.ts'
import { readLastImport } from './import-repository.ts'
import { planRules } from './plan-rules.ts'
import { readBasis } from './read-basis.ts'
import { readTable } from './read-table.ts'
import { takeBack } from './take-back.ts'

/** The table that was chosen last, in memory for as long as the vault is open or until it is put away. */
interface Held {
  table: readonly TableLine[] | null
}

const sampleLines = 6

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly clock: Clock
}

/** What an import asks of the core: the calls of its page, and the bytes that main has read for it. */
export function importHandlers(
  sources: Sources,
  job: ImportJob,
): {
  readonly calls: Handlers<Exclude<keyof typeof importCalls, 'import.choose'>>
  readonly tasks: TaskHandlers<'import.take'>
} {
  const held: Held = { table: null }
  return {
    calls: { ...tableHandlers(sources, job, held), ...doneHandlers(sources, job) },
    tasks: {
      'import.take': ({ bytes }) => {
        const table = readTable(bytes)
        if (table === null) return fail({ code: 'not-a-table' })
        held.table = table
        job.forget()
        return succeed({
          sample: table.slice(0, sampleLines).map(({ cells }) => [...cells]),
          lineCount: table.length,
          mapping: proposeMapping(table),
        })
      },
    },
  }
}

type TableCallName = `import.${'preview' | 'commit' | 'cancel' | 'forget'}`

/** What is asked of the table that is held. */
function tableHandlers({ record, random }: Sources, job: ImportJob, held: Held): Handlers<TableCallName> {
  const linesUnder = ({ hasHeadings }: Mapping) => (hasHeadings ? held.table?.slice(1) : held.table) ?? null
  return {
    'import.preview': ({ mapping, decisions }) => {
      const lines = linesUnder(mapping)
      if (lines === null) return fail({ code: 'not-found' })
      const basis = readBasis(record)
      const rules = planRules(mapping, decisions, basis, random)
      return succeed(preview(planImport(lines, basis.onFile, rules)))
    },
    'import.commit': ({ mapping, decisions }) => {
      const lines = linesUnder(mapping)
      if (lines === null) return fail({ code: 'not-found' })
      const importId = importIdSchema.parse(random.uuid())
      const begun = held.table
      job.begin({ importId, lines, mapping, decisions }, () => {
        // Another one may have been chosen meanwhile.
        if (held.table === begun) held.table = null
      })
      return succeed(job.state())
    },
    'import.cancel': () => {
      job.cancel()
      return succeed(job.state())
    },
    'import.forget': () => {
      held.table = null
      job.forget()
      return succeed(null)
    },
  }
}

/** How it went, and the way back. */
function doneHandlers(
  { record, clock }: Sources,
  job: ImportJob,
): Handlers<`import.${'state' | 'last' | 'undo'}`> {
  return {
    'import.state': () => succeed(job.state()),
    'import.last': () => succeed(readLastImport(record) ?? null),
    'import.undo': ({ importId }) => {
      const undone = takeBack({ record, clock }, importId)
      if (undone.ok) job.forget()
      return undone
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
