import type { memberCalls } from '../../../shared/ipc/member-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { noteView } from '../access-log/note-view.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import type { Clock } from '../clock.ts'
import { listExportsOfPerson } from '../export/export-repository.ts'
import type { Handlers } from '../handler.ts'
import { findMember } from '../roster/roster-repository.ts'
import type { WritableDb } from '../vault/database.ts'
import {
  listCoSigned,
  listMemberNotes,
  listSignedTextsOf,
  readNewestNotes,
} from './member-notes-repository.ts'
import { listMemberSessions } from './member-review-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

export function memberHandlers(sources: Sources): Handlers<keyof typeof memberCalls> {
  const { record } = sources
  return {
    'member.review': ({ personId }) => {
      if (findMember(record, personId) === undefined) return fail({ code: 'not-found' })
      // Their page begins with this.
      noteView(sources, personId)
      return succeed({
        weekStartsOn: readCareRules(record).weekStartsOn,
        sessions: listMemberSessions(record, personId),
      })
    },
    'member.notes': ({ personId }) =>
      findMember(record, personId) === undefined
        ? fail({ code: 'not-found' })
        : succeed({
            notes: listMemberNotes(record, personId),
            ...readNewestNotes(record, personId),
            files: listExportsOfPerson(record, personId),
          }),
    'member.signed-texts': ({ personId, sessionId }) =>
      succeed({
        entries: listSignedTextsOf(record, sessionId, personId),
        coSignedIds: listCoSigned(record, sessionId, personId),
      }),
  }
}
