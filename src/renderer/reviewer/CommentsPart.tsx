import { useEffect, useId } from 'react'
import type { NoteId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Comment } from '../../shared/ipc/comment-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { signedOnWords } from '../follow-up/follow-up-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './CommentsPart.module.css'
import { NewComment } from './NewComment.tsx'

interface CommentsPartProps {
  readonly sessionId: SessionId
  /** The signed note that they are about; without it, the session as a whole. */
  readonly noteId?: NoteId
}

/** What clinicians say to each other about a session or a note: beside the record, and in no document. */
export function CommentsPart({ sessionId, noteId }: CommentsPartProps) {
  const id = useId()
  const read = useRead('comments.list', { sessionId })
  const { act } = useAct()
  const comments = read.status === 'ready' ? read.value.filter((one) => one.noteId === (noteId ?? null)) : []
  const hasNew = comments.some(({ readAtMs }) => readAtMs === null)
  // Read when it has been on the screen: the mark goes when the page is left.
  useEffect(() => {
    if (!hasNew) return undefined
    return () => void act('comments.mark-read', { sessionId })
  }, [act, hasNew, sessionId])
  return (
    <section aria-labelledby={id} className={styles['part']}>
      <h3 id={id} className={styles['title']}>
        Comments for supervision
      </h3>
      <p className={styles['soft']}>Between clinicians: not part of the chart, and in no document.</p>
      {read.status === 'failed' ? <FailureNotice failure={read.failure} onRetry={read.retry} /> : null}
      {comments.length === 0 ? null : (
        <ul className={styles['list']}>
          {comments.map((comment) => (
            <CommentLine key={comment.commentId} comment={comment} />
          ))}
        </ul>
      )}
      <NewComment key={`${sessionId} ${noteId ?? ''}`} sessionId={sessionId} noteId={noteId ?? null} />
    </section>
  )
}

function CommentLine({ comment }: { readonly comment: Comment }) {
  const { commentId, writtenById, writtenAtMs, text, takenBackAtMs, readAtMs } = comment
  const { act, isBusy, failure } = useAct()
  const { nameOf, ownId } = useWriters()
  const zone = useNow(60_000, () => 0)?.zone ?? 'UTC'
  const isOwn = writtenById === ownId
  return (
    <li className={styles['comment']}>
      <p className={styles['by']}>
        <strong>
          <bdi>{nameOf(writtenById)}</bdi>
        </strong>{' '}
        {signedOnWords(writtenAtMs, zone)}
        {readAtMs === null && takenBackAtMs === null ? <span className={styles['new']}>New</span> : null}
      </p>
      {text === null ? (
        <p className={styles['soft']}>
          Taken back{takenBackAtMs === null ? '' : ` ${signedOnWords(takenBackAtMs, zone)}`}
        </p>
      ) : (
        <p dir="auto" className={styles['text']}>
          {text}
        </p>
      )}
      {isOwn && text !== null ? (
        <Button
          size="small"
          look="plain"
          isDisabled={isBusy}
          onPress={() => void act('comments.take-back', { commentId })}
        >
          Take back
        </Button>
      ) : null}
      <FailureNotice failure={failure} />
    </li>
  )
}

/** Who wrote, by name, and who is here. */
function useWriters(): { nameOf: (personId: PersonId) => string; ownId: PersonId | undefined } {
  const roster = useRead('roster.read', {})
  const who = useRead('reviewer.who', {})
  const facilitators = roster.status === 'ready' ? roster.value.facilitators : []
  const reviewerId = who.status === 'ready' ? who.value : null
  return {
    nameOf: (personId) =>
      facilitators.find(({ id }) => id === personId)?.name ?? 'Somebody no longer on file',
    ownId: reviewerId ?? facilitators.find(({ isAuthor }) => isAuthor)?.id,
  }
}
