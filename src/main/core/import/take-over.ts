import { groupIdSchema, personIdSchema, type GroupId, type PersonId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { DoneImport } from '../../../shared/ipc/import-calls.ts'
import type { ImportPlan } from '../../../shared/import/plan-import.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { saveAgenda } from '../agenda/agenda-repository.ts'
import { makeTemplateAgenda } from '../agenda/template-agenda.ts'
import { enterCare } from '../care/enter-care.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { saveGroup, saveMember } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { digestOfGroup, digestOfMember } from './digest.ts'
import { insertImport, insertImported } from './import-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly random: Random
  readonly clock: Clock
}

/** Thrown to roll back, and caught where the transaction was begun. */
class Unsettled extends Error {}

/**
 * Writes all that a plan makes, in one transaction, and what it was, so that it can be taken back. Fails with
 * `import-unsettled`, and writes nothing, when the roster does not take a part of it.
 */
export function takeOver(sources: Sources, plan: ImportPlan, done: DoneImport): Result<DoneImport, Failure> {
  try {
    transact(sources.record, () => writeAll(sources, plan, done))
  } catch (error) {
    if (error instanceof Unsettled) return fail({ code: 'import-unsettled' })
    throw error
  }
  return succeed(done)
}

function writeAll({ record, random, clock }: Sources, plan: ImportPlan, done: DoneImport): void {
  const { importId } = done
  insertImport(record, done)
  const groupIds = plan.groups.map((draft): GroupId => {
    const groupId = groupIdSchema.parse(random.uuid())
    const agenda = makeTemplateAgenda(draft.type, draft.lengthMinutes, random)
    if (!agenda.ok) throw new Unsettled()
    saveGroup(record, groupId, draft)
    saveAgenda(record, groupId, agenda.value)
    const digest = known(digestOfGroup(record, importId, groupId))
    insertImported(record, importId, { kind: 'group', groupId, digest })
    return groupId
  })
  const people = new Map<number, PersonId>()
  for (const { line, draft } of plan.members) {
    const personId = personIdSchema.parse(random.uuid())
    people.set(line, personId)
    saveMember(record, personId, draft)
    const digest = known(digestOfMember(record, importId, personId))
    insertImported(record, importId, { kind: 'member', personId, digest })
  }
  for (const { person, group } of plan.enrolments) {
    const personId = known('personId' in person ? person.personId : people.get(person.line))
    const groupId = known('groupId' in group ? group.groupId : groupIds[group.newGroup])
    // Since when somebody comes does not stand in a table, and to say today would be wrong.
    const act = { kind: 'enrolled', groupId, day: null, reason: '' } as const
    const entered = enterCare({ record, clock }, { personId, act, evenIfClosed: false })
    if (!entered.ok) throw new Unsettled()
    insertImported(record, importId, { kind: 'enrolment', personId, careSeq: entered.value.seq })
  }
}

// The plan names its own lines and groups alone, and what was written is there to be read.
function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a plan that names what it does not make')
  return value
}
