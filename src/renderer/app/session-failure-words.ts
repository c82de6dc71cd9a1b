import type { Failure } from '../../shared/ipc/failure.ts'
import type { FailureWords } from './failure-words.ts'

type SessionFailureCode = Extract<Failure['code'], 'log-not-whole' | 'not-closed' | 'session-open'>

/** What stands in the way at one session. */
export const sessionFailureWords: Readonly<Record<SessionFailureCode, FailureWords>> = {
  'log-not-whole': {
    happened: 'A part of this session’s log is lost.',
    safe: 'It stays on the lists, with who came and for how long. Signed notes that could be read are on the members’ pages. What was not signed yet is still in the vault, and opens only with a whole log.',
    next: 'Its course is not shown: with a hole in it, it would tell of a session that never was. A backup from before the damage has all of it, if there is one.',
  },
  'not-closed': {
    happened: 'The session is not closed yet.',
    safe: 'Nothing was changed and nothing was lost.',
    next: 'Close the session first, then try again.',
  },
  'session-open': {
    happened: 'A session is still open.',
    safe: 'It is saved and goes on.',
    next: 'Close that session first, then try again.',
  },
}
