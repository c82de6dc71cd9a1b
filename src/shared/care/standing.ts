import type { GroupId } from '../ids.ts'
import type { AgeGroup, CareAct, CareActOf, CareEntry } from './care-entry.ts'

export interface Waiting {
  readonly groupId: GroupId
  readonly seq: number
  readonly sinceDay: string
}

export interface Exemption {
  readonly seq: number
  readonly act: CareActOf<'exempted'>
}

/** How somebody stands, as their history says. */
export interface Standing {
  /** Null while they are in care; otherwise how and when they left it. */
  readonly gone: CareActOf<'discharged'> | CareActOf<'removed'> | null
  /** In the order of joining. */
  readonly groupIds: readonly GroupId[]
  readonly waiting: readonly Waiting[]
  /** Those that nobody has ended. */
  readonly exemptions: readonly Exemption[]
  readonly ageGroup: AgeGroup
}

const newcomer: Standing = { gone: null, groupIds: [], waiting: [], exemptions: [], ageGroup: 'adult' }

type Standpoint = Pick<CareEntry, 'seq' | 'act' | 'takenBackBy'>

/** Folds a member's history, in the order of entering. What was taken back never was. */
export function standingOf(entries: readonly Standpoint[]): Standing {
  return entries.filter(({ takenBackBy }) => takenBackBy === null).reduce(step, newcomer)
}

function step(standing: Standing, { seq, act }: Standpoint): Standing {
  switch (act.kind) {
    case 'enrolled':
      return standing.gone === null ? join(standing, act.groupId) : standing
    case 'withdrawn':
      return leave(standing, act.groupId)
    case 'transferred':
      return standing.gone === null ? join(leave(standing, act.groupId), act.toGroupId) : standing
    case 'exempted':
      return { ...standing, exemptions: [...standing.exemptions, { seq, act }] }
    case 'exemption-ended':
      return { ...standing, exemptions: standing.exemptions.filter((one) => one.seq !== act.refersTo) }
    case 'discharged':
    case 'removed':
      return { ...standing, gone: act, groupIds: [], waiting: [] }
    case 'readmitted':
      return { ...standing, gone: null }
    case 'counted-as':
      return { ...standing, ageGroup: act.ageGroup }
    case 'waiting':
      return standing.gone === null
        ? wait(standing, { groupId: act.groupId, seq, sinceDay: act.day })
        : standing
    case 'stopped-waiting':
      return { ...standing, waiting: standing.waiting.filter(({ groupId }) => groupId !== act.groupId) }
    case 'individual-work':
    case 'taken-back':
      return standing
  }
}

/** A place is what was waited for. */
function join(standing: Standing, groupId: GroupId): Standing {
  const { groupIds, waiting } = standing
  return {
    ...standing,
    groupIds: [...groupIds.filter((id) => id !== groupId), groupId],
    waiting: waiting.filter((one) => one.groupId !== groupId),
  }
}

function leave(standing: Standing, groupId: GroupId): Standing {
  return { ...standing, groupIds: standing.groupIds.filter((id) => id !== groupId) }
}

function wait(standing: Standing, waiting: Waiting): Standing {
  const others = standing.waiting.filter(({ groupId }) => groupId !== waiting.groupId)
  return { ...standing, waiting: [...others, waiting] }
}

/** How somebody's hours were counted on a day (`2026-11-17`). */
export function ageGroupOn(entries: readonly Standpoint[], day: string): AgeGroup {
  const changes = entries.flatMap(({ act, takenBackBy }) =>
    takenBackBy === null && act.kind === 'counted-as' && act.day <= day ? [act] : [],
  )
  return changes.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)?.ageGroup ?? 'adult'
}

/** A history with one more act, whose number is not known yet. */
export function withAct(entries: readonly Standpoint[], act: CareAct): readonly Standpoint[] {
  const seq = (entries.at(-1)?.seq ?? 0) + 1
  const before =
    act.kind === 'taken-back'
      ? entries.map((entry) => (entry.seq === act.refersTo ? { ...entry, takenBackBy: seq } : entry))
      : entries
  return [...before, { seq, act, takenBackBy: null }]
}

/** Why an act does not fit how somebody stands; null when it does. Says nothing of places. */
export function misfit(
  entries: readonly Standpoint[],
  act: CareAct,
): 'not-found' | 'needs-readmission' | 'stands-otherwise' | 'already-corrected' | null {
  const { gone, groupIds, waiting, exemptions } = standingOf(entries)
  switch (act.kind) {
    case 'enrolled':
      return gone === null ? fits(!groupIds.includes(act.groupId)) : 'needs-readmission'
    case 'withdrawn':
      return fits(groupIds.includes(act.groupId))
    case 'transferred':
      return fits(groupIds.includes(act.groupId) && !groupIds.includes(act.toGroupId))
    case 'waiting': {
      const isIn = [...groupIds, ...waiting.map(({ groupId }) => groupId)].includes(act.groupId)
      return gone === null ? fits(!isIn) : 'needs-readmission'
    }
    case 'stopped-waiting':
      return fits(waiting.some(({ groupId }) => groupId === act.groupId))
    case 'exempted':
      return fits(gone === null)
    case 'exemption-ended':
      return fits(exemptions.some(({ seq }) => seq === act.refersTo))
    case 'discharged':
    case 'removed':
      return fits(gone === null)
    case 'readmitted':
      return fits(gone !== null)
    case 'taken-back':
      return misfitOfTakingBack(entries.find(({ seq }) => seq === act.refersTo))
    case 'individual-work':
    case 'counted-as':
      return null
  }
}

function fits(is: boolean): 'stands-otherwise' | null {
  return is ? null : 'stands-otherwise'
}

function misfitOfTakingBack(entry: Standpoint | undefined): 'not-found' | 'already-corrected' | null {
  if (entry === undefined || entry.act.kind === 'taken-back') return 'not-found'
  return entry.takenBackBy === null ? null : 'already-corrected'
}
