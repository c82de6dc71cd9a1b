import type { CoreCallName } from '../../../src/main/core/protocol.ts'
import type { GroupId, PersonId, SessionId } from '../../../src/shared/ids.ts'
import { contract, type InputOf, type ParsedInputOf } from '../../../src/shared/ipc/contract.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { Result } from '../../../src/shared/result.ts'
import { noFilters } from '../../core/signing/every-call.ts'

/** What a vault is asked about. */
export interface AskedAbout {
  readonly sessionIds: readonly SessionId[]
  readonly personIds: readonly PersonId[]
  readonly groupIds: readonly GroupId[]
  /** When it is opened. */
  readonly nowMs: number
}

type Answered = Result<unknown, Failure> | Promise<Result<unknown, Failure>>
/** Answers any call, as a core or what stands behind its door does. */
export type Answerer = <Name extends CoreCallName>(name: Name, input: ParsedInputOf<Name>) => Answered

interface Question {
  /** The call, and the place of what it asks about: no text and no id. */
  readonly words: string
  readonly ask: (answerer: Answerer) => Answered
}

/**
 * Everything that the console reads out of a vault, in the order in which it is asked: what notes that somebody was looked
 * at comes after what lists that.
 */
export function questionsAbout({ sessionIds, personIds, groupIds }: AskedAbout): readonly Question[] {
  const everyone = [...personIds.entries()]
  return [
    question('access.list', { beforeSeq: null, personId: null }),
    ...aboutAll(),
    ...[...groupIds.entries()].flatMap(([at, groupId]) => [
      question('group-review.read', { groupId, weeks: null }, at),
      question('care.waiting', { groupId }, at),
    ]),
    ...[...sessionIds.entries()].flatMap(([at, sessionId]) => aboutSession(sessionId, at)),
    ...everyone.flatMap(([at, personId]) => aboutPerson(personId, at)),
    ...everyone.flatMap(([at, personId]) =>
      sessionIds.map((sessionId) =>
        question('member.signed-texts', { personId, sessionId }, at, sessionIds.indexOf(sessionId)),
      ),
    ),
  ]
}

function aboutAll(): readonly Question[] {
  return [
    question('roster.read', {}),
    question('roster.current', {}),
    question('measures.read', {}),
    question('care-rules.read', {}),
    question('record-rules.read', {}),
    question('care.standings', {}),
    question('safety.read', {}),
    question('hours.short', {}),
    question('session.current', {}),
    question('session-review.rows', { newest: null }),
    question('session-review.views', {}),
    question('follow-up.list-open', {}),
    question('follow-up.drafts', {}),
    question('disclosures.list', { personId: null }),
    question('export.list-all', {}),
    question('import.last', {}),
    question('retention.report', {}),
    question('search.record', { text: 'note', filters: noFilters, newest: 20 }),
    question('search.private', { text: 'private' }),
  ]
}

function aboutSession(sessionId: SessionId, at: number): readonly Question[] {
  return [
    question('session.open', { sessionId }, at),
    question('session.private-notes', { sessionId }, at),
    question('session-page.beside', { sessionId }, at),
    question('debrief.read', { sessionId }, at),
    question('note.list', { sessionId }, at),
    question('seats.read', { sessionId }, at),
    question('comments.list', { sessionId }, at),
    question('comments.draft', { sessionId, noteId: null }, at),
    question('interaction.read', { sessionId }, at),
    question('export.list', { sessionId }, at),
    question('session.preflight', { sessionId }, at),
  ]
}

function aboutPerson(personId: PersonId, at: number): readonly Question[] {
  return [
    question('goals.read', { personId }, at),
    question('care.read', { personId }, at),
    question('scales.read', { personId }, at),
    question('scale-follow-up.of-member', { personId }, at),
    question('hours.of-member', { personId }, at),
    question('session-review.of-member', { personId }, at),
    question('retention.of-member', { personId }, at),
    question('member.review', { personId }, at),
    question('member.notes', { personId }, at),
  ]
}

function question<Name extends CoreCallName>(
  name: Name,
  input: InputOf<Name>,
  ...places: number[]
): Question {
  const words = [name, ...places].join(' ')
  return {
    words,
    // Name and input belong together by the lines above.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ask: (answerer) => answerer(name, contract[name].input.parse(input) as ParsedInputOf<Name>),
  }
}
