import { holdIdSchema, type PersonId } from '../../../shared/ids.ts'
import type { Answer, ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { retentionCalls } from '../../../shared/ipc/retention-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { liesAsWritten } from '../export/delete-export.ts'
import type { Handlers } from '../handler.ts'
import { countPrivate, listDestructions } from '../private/destroyed-repository.ts'
import { findAuthor, findMember } from '../roster/roster-repository.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { planErasing } from './plan-erasing.ts'
import { readChart, readCharts, readPrivatePast } from './read-charts.ts'
import {
  insertHold,
  liftHold,
  listErasures,
  listHolds,
  readRetentionRules,
  saveOfAge,
  saveRetentionRules,
} from './retention-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  /** Asked for counts alone: no text is read here. */
  readonly privateStore: ReadableDb<'private'>
  readonly clock: Clock
  readonly random: Random
  readonly exportsDir: string
}

const notFound = fail({ code: 'not-found' } as const)

/** What is kept how long. What takes something away works on the vault's files, and stands apart. */
export function retentionHandlers(
  sources: Sources,
): Handlers<Exclude<keyof typeof retentionCalls, 'retention.erase' | 'retention.destroy-private'>> {
  const { record, clock } = sources
  return {
    'retention.report': () => succeed(report(sources)),
    'retention.of-member': ({ personId }) => readOfMember(sources, personId),
    'retention.change-rules': ({ rules }) => {
      saveRetentionRules(record, rules)
      return succeed(null)
    },
    'retention.set-of-age': ({ personId, ofAgeOn }) => {
      if (findMember(record, personId) === undefined) return notFound
      saveOfAge(record, personId, ofAgeOn)
      return succeed(null)
    },
    'retention.foresee': ({ personIds }) => foresee(sources, personIds),
    'retention.hold': (input) => placeHold(sources, input),
    'retention.lift-hold': ({ holdId }) => {
      const author = findAuthor(record)
      if (author === undefined) return notFound
      const lifted = { liftedAtMs: clock.read().wallMs, liftedById: author.id }
      return liftHold(record, holdId, lifted) ? succeed(null) : notFound
    },
  }
}

function report({ record, privateStore, clock }: Sources) {
  const { wallMs, zone } = clock.read()
  return {
    today: isoDay(wallMs, zone),
    rules: readRetentionRules(record),
    charts: readCharts({ record, clock }),
    holds: listHolds(record),
    erasures: listErasures(record),
    privateNotes: readPrivatePast({ record, clock }, privateStore),
    destructions: listDestructions(privateStore),
  }
}

function readOfMember({ record, clock }: Sources, personId: PersonId): Answer<'retention.of-member'> {
  const chart = readChart({ record, clock }, personId)
  if (chart === undefined) return notFound
  const holds = listHolds(record).filter(
    (hold) => hold.liftedAtMs === null && (hold.personId === null || hold.personId === personId),
  )
  return succeed({ chart, rules: readRetentionRules(record), holds })
}

function foresee(
  { record, privateStore, clock, exportsDir }: Sources,
  personIds: ParsedInputOf<'retention.foresee'>['personIds'],
): Answer<'retention.foresee'> {
  const planned = planErasing({ record, clock }, personIds)
  if (!planned.ok) return planned
  const { files, sessionIds, sharedSessionCount, textCount, disclosureCount } = planned.value
  const fileCount = files.filter((file) => liesAsWritten({ record, exportsDir }, file)).length
  return succeed({
    chartCount: planned.value.personIds.length,
    sessionCount: sessionIds.length,
    sharedSessionCount,
    textCount,
    privateNoteCount: countPrivate(privateStore, sessionIds).noteCount,
    disclosureCount,
    fileCount,
    strayFileCount: files.length - fileCount,
  })
}

function placeHold(
  { record, clock, random }: Sources,
  { personId, reason }: ParsedInputOf<'retention.hold'>,
): Answer<'retention.hold'> {
  const author = findAuthor(record)
  if (author === undefined) return notFound
  if (personId !== null && findMember(record, personId) === undefined) return notFound
  const holdId = holdIdSchema.parse(random.uuid())
  insertHold(record, {
    holdId,
    personId,
    reason: reason.toWellFormed(),
    placedAtMs: clock.read().wallMs,
    placedById: author.id,
  })
  return succeed({ holdId })
}
