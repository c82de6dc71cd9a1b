import type { PersonId } from '../../../shared/ids.ts'
import type { KeptChart, KeptPrivate } from '../../../shared/ipc/retention-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import {
  chartDue,
  dayAfterYears,
  latestOf,
  standingOfChart,
  type ChartDays,
} from '../../../shared/retention/due-date.ts'
import type { Member } from '../../../shared/roster/member.ts'
import type { Clock } from '../clock.ts'
import { findMember, listMembers } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import {
  listEverAdolescent,
  listInCare,
  listLastContacts,
  listLastDisclosed,
  type LastContact,
} from './chart-days-repository.ts'
import { countPrivateNotes, listSessionsOver } from './private-kept-repository.ts'
import { readHeld, readOfAge, readRetentionRules, type Held } from './retention-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly clock: Pick<Clock, 'read'>
}

type OnFile = Pick<Member, 'id' | 'preferredName' | 'initials' | 'chartId'>

const alphabet = new Intl.Collator('en', { numeric: true })

/** How everyone's chart stands to its date today, by name. A handful of reads, however many there are. */
export function readCharts(sources: Sources): KeptChart[] {
  const charts = weigh(sources, listMembers(sources.record), null)
  return charts.toSorted((a, b) => alphabet.compare(a.name, b.name))
}

/** The same of one person; undefined for who is not on file. */
export function readChart(sources: Sources, personId: PersonId): KeptChart | undefined {
  const member = findMember(sources.record, personId)
  return member === undefined ? undefined : weigh(sources, [member], personId)[0]
}

function weigh(
  { record, clock }: Sources,
  members: readonly OnFile[],
  personId: PersonId | null,
): KeptChart[] {
  const { wallMs, zone } = clock.read()
  const today = isoDay(wallMs, zone)
  const rules = readRetentionRules(record)
  const held = readHeld(record)
  const inCare = listInCare(record)
  const adolescent = listEverAdolescent(record)
  const ofAge = readOfAge(record)
  const contacts = Map.groupBy(listLastContacts(record, personId), (one) => one.personId)
  const disclosed = new Map(listLastDisclosed(record, personId).map((one) => [one.personId, one.day]))
  return members.map(({ id, preferredName, initials, chartId }) => {
    const recorded = contacts.get(id) ?? []
    const days: ChartDays = {
      lastContactOn: lastDay(recorded, zone),
      cameAsAdolescent: adolescent.has(id),
      ofAgeOn: ofAge.get(id) ?? null,
      lastDisclosedOn: disclosed.get(id) ?? null,
    }
    const due = chartDue(days, rules)
    const isInCare = inCare.has(id)
    const isHeld = isOnHold(held, id)
    return {
      personId: id,
      name: preferredName,
      initials,
      chartId,
      standing: standingOfChart(due, { today, isInCare, isHeld }),
      isHeld,
      lastContactOn: days.lastContactOn,
      keptUntil: !isInCare && due.kind === 'on' ? due.day : null,
      ofAgeOn: days.ofAgeOn,
      sessionCount: recorded.reduce((sum, one) => sum + one.sessionCount, 0),
    }
  })
}

function isOnHold({ isAll, personIds }: Held, personId: PersonId): boolean {
  return isAll || personIds.has(personId)
}

function lastDay(recorded: readonly LastContact[], zone: string): string | null {
  const atMs = Math.max(...recorded.map((one) => one.atMs ?? -Infinity))
  const latest = latestOf([
    ...recorded.map(({ day }) => day ?? ''),
    atMs === -Infinity ? '' : isoDay(atMs, zone),
  ])
  return latest === '' ? null : latest
}

/** The private notes that may be destroyed by their date, oldest first; on hold or not. */
export function readPrivatePast(
  { record, clock }: Sources,
  privateStore: ReadableDb<'private'>,
): KeptPrivate[] {
  const { jurisdiction, privateYears } = readRetentionRules(record)
  // Nobody has said by which rule.
  if (jurisdiction === '') return []
  const { wallMs, zone } = clock.read()
  const today = isoDay(wallMs, zone)
  const counts = countPrivateNotes(privateStore)
  return listSessionsOver(record, [...counts.keys()]).flatMap(({ atMs, ...session }) => {
    const heldOn = isoDay(atMs, zone)
    const keptUntil = dayAfterYears(heldOn, privateYears)
    if (today < keptUntil) return []
    return [{ ...session, heldOn, noteCount: counts.get(session.sessionId) ?? 0, keptUntil }]
  })
}
