import { phaseKindSchema, type Phase } from '../../../shared/agenda/phase.ts'
import { groupIdSchema, phaseIdSchema, type GroupId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const phaseRowSchema = z.strictObject({
  groupId: groupIdSchema,
  id: phaseIdSchema,
  name: z.string(),
  kind: phaseKindSchema,
  minutes: z.int(),
  minimumMinutes: z.int(),
  isProtected: flagSchema,
})

/** The agendas of all groups, each in its order. */
export function listAgendas(db: ReadableDb<'record'>): ReadonlyMap<GroupId, readonly Phase[]> {
  const rows = readAll(
    db,
    sql`SELECT group_id AS groupId, phase_id AS id, name, kind, minutes, minimum_minutes AS minimumMinutes,
          is_protected AS isProtected
        FROM agenda_phase ORDER BY group_id, position`,
    phaseRowSchema,
  )
  const agendas = new Map<GroupId, Phase[]>()
  for (const { groupId, ...phase } of rows) {
    const agenda = agendas.get(groupId)
    if (agenda === undefined) agendas.set(groupId, [phase])
    else agenda.push(phase)
  }
  return agendas
}

export function readAgenda(db: ReadableDb<'record'>, groupId: GroupId): readonly Phase[] {
  return listAgendas(db).get(groupId) ?? []
}

/** Replaces a group's agenda. To be called in a transaction. */
export function saveAgenda(db: WritableDb<'record'>, groupId: GroupId, phases: readonly Phase[]): void {
  write(db, sql`DELETE FROM agenda_phase WHERE group_id = ${groupId}`)
  for (const [position, phase] of phases.entries()) {
    write(
      db,
      sql`INSERT INTO agenda_phase (group_id, position, phase_id, name, kind, minutes, minimum_minutes, is_protected)
          VALUES (${groupId}, ${position}, ${phase.id}, ${phase.name}, ${phase.kind}, ${phase.minutes},
            ${phase.minimumMinutes}, ${phase.isProtected})`,
    )
  }
}
