import { agendaFileName, type AgendaFile } from '../../../shared/agenda/agenda-file.ts'
import { templatePhaseOf } from '../../../shared/agenda/phase.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { BroughtAgenda } from '../../../shared/ipc/agenda-file-calls.ts'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import { stampSeries } from '../export/sessionless-stamps.ts'
import { writeExport, type ExportSources } from '../export/write-export.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import { findGroup } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readAgenda } from './agenda-repository.ts'
import { readAgendaFile } from './read-agenda-file.ts'
import { makeAgenda, withIds } from './template-agenda.ts'

type Sources = Omit<ExportSources, 'log'>

export function agendaFileHandlers(sources: Sources): Handlers<'export.agenda'> {
  return { 'export.agenda': ({ groupId }) => writeAgendaFile(sources, groupId) }
}

export function agendaFileTasks({ record, random }: Pick<Sources, 'record' | 'random'>) {
  const tasks: TaskHandlers<'agenda.read-file'> = {
    'agenda.read-file': ({ groupId, bytes }) => {
      const group = findGroup(record, groupId)
      if (group === undefined) return fail({ code: 'not-found' })
      const file = readAgendaFile(bytes)
      return file === null
        ? fail({ code: 'not-an-agenda' })
        : succeed(bring(file, group.lengthMinutes, random))
    },
  }
  return tasks
}

function writeAgendaFile(sources: Sources, groupId: GroupId): Result<ExportedFile, Failure> {
  const { record, random, clock } = sources
  const file = agendaFileOf(record, groupId)
  if (file === null) return fail({ code: 'not-found' })
  const { wallMs, zone } = clock.read()
  const nameFile = (code: string) => agendaFileName(isoDay(wallMs, zone), code)
  const series = { kind: 'agenda', personId: null, groupId } as const
  const stamp = stampSeries(record, random, series, file, nameFile)
  return writeExport(sources, { stamp, bytes: Buffer.from(`${JSON.stringify(file, null, 2)}\n`) })
}

function agendaFileOf(record: ReadableDb<'record'>, groupId: GroupId): AgendaFile | null {
  const group = findGroup(record, groupId)
  if (group === undefined) return null
  const { type, lengthMinutes } = group
  const phases = readAgenda(record, groupId).map(templatePhaseOf)
  return { format: 'circlekeeper-agenda', version: 1, groupType: type, lengthMinutes, phases }
}

/** One that cannot be fitted is shown as it is: its reader sees by how much it is too long, and shortens it. */
function bring({ groupType, lengthMinutes, phases }: AgendaFile, own: number, random: Random): BroughtAgenda {
  const isSame = lengthMinutes === own
  const fitted = isSame ? null : makeAgenda(phases, own, random)
  return {
    groupType,
    lengthMinutes,
    phases: fitted?.ok === true ? fitted.value : withIds(phases, random),
  }
}
