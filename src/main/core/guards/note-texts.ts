import type { GroupId, PersonId, SessionId } from '../../../shared/ids.ts'
import type { ComparedText } from '../../../shared/record/guards/check-copied.ts'
import type { NoteContents } from '../../../shared/record/guards/check-missing.ts'
import type { DraftText } from '../../../shared/record/guards/draft-text.ts'
import type { StatutoryElement } from '../../../shared/record/guards/finding.ts'
import type { SignedNote } from '../../../shared/record/note.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { isLeading } from '../../../shared/session/vocabulary.ts'
import { readResponses, readSharedPart } from '../debrief/debrief-repository.ts'
import type { NoteDraft } from '../signing/note-draft.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readAdded } from './added-texts-repository.ts'

/**
 * The texts of a draft as the debrief edits them: interventions by the place of their facilitator among those who lead,
 * progress by the place of its goal. Goals and phases are not written there, but their words stand in the note too.
 */
export function draftTexts(
  { facts, words }: NoteDraft,
  record: ReadableDb<'record'>,
  state: SessionState,
  sessionId: SessionId,
): readonly DraftText[] {
  const written = new Map(
    readSharedPart(record, sessionId).interventions.map(({ personId, text }) => [personId, text]),
  )
  const leading = state.people.filter(({ role }) => isLeading(role))
  return [
    one('topic', facts.topic),
    ...leading.map(({ personId }, index) => ({
      field: 'interventions' as const,
      index,
      text: written.get(personId) ?? '',
    })),
    one('group-process', facts.groupProcess),
    one('group-plan', facts.groupPlan),
    one('home-practice', facts.homePractice),
    one('response', words.response),
    one('plan', words.plan),
    ...words.goals.map(({ progress }, index) => ({ field: 'progress' as const, index, text: progress })),
    ...words.goals.map(({ text, under }, index) => ({
      field: 'goal' as const,
      index,
      text: under === undefined ? text : `${under}\n${text}`,
    })),
    ...state.phases
      .map(({ name }, index) => ({ field: 'phase' as const, index, text: name }))
      .filter(({ text }) => facts.sentences.some((sentence) => sentence.includes(`(${text})`))),
  ].filter(({ text }) => text !== '')
}

export function contentsOf({ facts, words }: NoteDraft): NoteContents {
  return {
    role: facts.member.role,
    chartId: facts.member.chartId,
    hasCome: facts.member.hasCome,
    topic: facts.topic,
    interventions: facts.facilitators.map(({ interventions }) => interventions),
    response: words.response,
    plan: words.plan,
    groupPlan: facts.groupPlan,
    goalCount: words.goals.length,
    openFollowUps: facts.followUps.filter(({ closedAtMs }) => closedAtMs === null).length,
  }
}

/** What is written about others of this session, and was added to their notes. */
export function readOtherTexts(
  record: ReadableDb<'record'>,
  sessionId: SessionId,
  others: readonly { readonly id: PersonId; readonly preferredName: string }[],
): readonly ComparedText[] {
  const names = new Map(others.map(({ id, preferredName }) => [id, preferredName]))
  const written = readResponses(record, sessionId).flatMap(({ personId, response, plan, goals }) =>
    [response, plan, ...goals.map(({ progress }) => progress)].map((text) => ({ personId, text })),
  )
  return [...written, ...readAdded(record, sessionId)].flatMap(({ personId, text }) => {
    const about = names.get(personId)
    return about === undefined ? [] : [{ text, about, source: { from: 'another-note', personId } as const }]
  })
}

/** The written texts of a signed note, for a note of the group. */
export function comparedTexts(
  { facts, words }: SignedNote,
  groupId: GroupId | null,
): readonly ComparedText[] {
  const texts = [
    ...facts.facilitators.map(({ interventions }) => interventions),
    facts.groupProcess,
    words.response,
    words.plan,
    ...words.goals.map(({ progress }) => progress),
  ]
  const source = {
    from: 'earlier-note',
    number: facts.number,
    groupName: facts.groupId === groupId ? null : facts.groupName,
    endedAtMs: facts.endedAtMs,
    zone: facts.zone,
  } as const
  return texts.map((text) => ({ text, about: facts.member.name, source }))
}

/** Everything that the note says, facts of the log included. */
export function recordTexts({ facts, words }: NoteDraft, texts: readonly DraftText[]): readonly string[] {
  return [
    ...texts.map(({ text }) => text),
    ...facts.sentences,
    ...facts.checkIns.map(({ name, value }) => `${name} ${value}`),
    ...words.goals.map(({ text }) => text),
  ]
}

/** What has a place of its own in the note, so that no vocabulary is needed to see it there. */
export function heldInPlace({ facts, words }: NoteDraft): readonly StatutoryElement[] {
  const elements: StatutoryElement[] = []
  if (`${words.plan}${facts.groupPlan}`.trim() !== '') elements.push('treatment-plan')
  if (words.goals.some(({ progress }) => progress.trim() !== '')) elements.push('progress')
  return elements
}

function one(field: DraftText['field'], text: string): DraftText {
  return { field, index: 0, text }
}
