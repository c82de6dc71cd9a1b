import type { sessionReviewCalls } from '../../../shared/ipc/session-review-calls.ts'
import { succeed } from '../../../shared/result.ts'
import { writeRows } from '../../../shared/review/rows-text.ts'
import type { Handlers } from '../handler.ts'
import type { WritableDb } from '../vault/database.ts'
import { listSavedViews, replaceSavedViews } from './saved-view-repository.ts'
import { listSessionRows, listSessionsOf } from './session-review-repository.ts'

export function sessionReviewHandlers({
  record,
}: {
  readonly record: WritableDb<'record'>
}): Handlers<keyof typeof sessionReviewCalls> {
  return {
    'session-review.rows': ({ newest }) => succeed(writeRows(listSessionRows(record, newest))),
    'session-review.of-member': ({ personId }) => succeed(listSessionsOf(record, personId)),
    'session-review.views': () => succeed(listSavedViews(record)),
    'session-review.save-views': ({ views }) => {
      replaceSavedViews(record, views)
      return succeed(null)
    },
  }
}
