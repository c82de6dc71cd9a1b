import { succeed } from '../../../shared/result.ts'
import { groupOverTimeFileName } from '../../../shared/record/group-over-time.ts'
import { progressFileName } from '../../../shared/record/member-progress.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { TaskHandlers } from '../handler.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readGroupOverTime } from './group-over-time-facts.ts'
import { readMemberProgress } from './member-progress-facts.ts'
import { stampSeries } from './sessionless-stamps.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Clock
  readonly random: Random
}

/** Papers about many weeks: of one member, for their chart, and of a group, for whoever leads and supervises it. */
export function overTimePapers({
  record,
  clock,
  random,
}: Sources): TaskHandlers<'export.progress-facts' | 'export.group-over-time-facts'> {
  return {
    'export.progress-facts': ({ personId, span, consent }) => {
      const read = readMemberProgress(record, clock.read(), { personId, span, consent })
      if (!read.ok) return read
      const facts = read.value
      const series = { kind: 'member-progress', personId } as const
      const nameFile = (code: string) => progressFileName(facts, code)
      return succeed({ facts, stamp: stampSeries(record, random, series, facts, nameFile) })
    },
    'export.group-over-time-facts': ({ groupId, weeks }) => {
      const read = readGroupOverTime(record, clock.read(), groupId, weeks)
      if (!read.ok) return read
      const facts = read.value
      const series = { kind: 'group-over-time', personId: null, groupId } as const
      const nameFile = (code: string) => groupOverTimeFileName(facts, code)
      return succeed({ facts, stamp: stampSeries(record, random, series, facts, nameFile) })
    },
  }
}
