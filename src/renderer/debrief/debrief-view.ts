import type { PersonId } from '../../shared/ids.ts'
import type { Debrief } from '../../shared/ipc/debrief-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { OpenedSession } from '../../shared/ipc/session-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isLeading, type Modality } from '../../shared/session/vocabulary.ts'
import { seatPeople, type Seated } from '../live/seated.ts'
import { wallTime } from '../live/time-words.ts'
import type { TimeWords } from '../../shared/record/member-facts.ts'

/** A note of the session as material for the debrief. */
export interface Material {
  readonly noteId: string
  readonly wallMs: number
  readonly phase: string
  readonly text: string
}

/** What a debrief is about, as it never changes while one writes. */
export interface DebriefFacts {
  readonly state: SessionState
  readonly groupName: string
  /** Everyone but the facilitators, in the order of the seats. Nothing more is written of whose chart was erased. */
  readonly members: readonly Seated[]
  /** Who led and so has interventions to write: lead and co-leads, without observers. */
  readonly facilitators: readonly Seated[]
  /** The same people as the roster has them, whose names must not stand in the shared part. */
  readonly nameable: readonly Member[]
  /** How it was held, as it was said last when the debrief was opened. */
  readonly modality: Modality
  readonly material: readonly Material[]
  /** What the log says about a member, as the core will sign it: in a window of its own locale it may read otherwise. */
  readonly sentencesOf: (personId: PersonId, namesPhases: boolean) => readonly string[]
  readonly timeWords: TimeWords
  readonly zone: string
}

export function debriefFacts(
  opened: OpenedSession,
  { sentences, modality }: Pick<Debrief, 'sentences' | 'modality'>,
  roster: Roster,
  isConcealed: boolean,
): DebriefFacts {
  const state = foldAll(readLog(opened.log))
  const people = seatPeople(state, roster, isConcealed)
  const zone = state.stamp?.zone ?? opened.now.zone
  const group = roster.groups.find(({ id }) => id === state.groupId)
  const ids = new Set(state.people.map(({ personId }) => personId))
  return {
    state,
    groupName: isConcealed || group === undefined ? 'Session' : group.name,
    members: people.filter(
      ({ isFacilitator, personId }) => !isFacilitator && !state.erasedIds.includes(personId),
    ),
    facilitators: people.filter(({ progress }) => isLeading(progress.role)),
    nameable: roster.members.filter(({ id }) => ids.has(id)),
    modality,
    material: isConcealed ? [] : materialOf(opened, state),
    sentencesOf(personId, namesPhases) {
      const own = sentences.find((one) => one.personId === personId)
      return (namesPhases ? own?.withPhases : own?.withoutPhases) ?? []
    },
    timeWords: (wallMs) => wallTime(wallMs, zone),
    zone,
  }
}

function materialOf(opened: OpenedSession, state: SessionState): Material[] {
  const texts = new Map(opened.recordNotes.map(({ noteId, text }) => [noteId, text]))
  const phases = new Map(state.phases.map(({ id, name }) => [id, name]))
  return state.notes.flatMap(({ noteId, isPrivate, wallMs, phaseId }) => {
    const text = texts.get(noteId)
    if (isPrivate || text === undefined) return []
    return [{ noteId, wallMs, text, phase: phaseId === null ? '' : (phases.get(phaseId) ?? '') }]
  })
}

/** Whether the clinician has written anything about the member's response. */
export function isWritten({ response }: { readonly response: string }): boolean {
  return response.trim() !== ''
}

/** Every text of the shared part that goes into the group summary, and the topic, which does so too. */
export function summaryText(
  topic: string,
  shared: {
    readonly interventions: readonly { readonly text: string }[]
    readonly groupProcess: string
    readonly plan: string
    readonly homePractice: string
  },
): string {
  const { interventions, groupProcess, plan, homePractice } = shared
  return [topic, ...interventions.map(({ text }) => text), groupProcess, plan, homePractice].join('\n')
}
