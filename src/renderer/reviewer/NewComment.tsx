import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { NoteId, SessionId } from '../../shared/ids.ts'
import { commentMaxLength } from '../../shared/ipc/comment-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { SaveMark } from '../debrief/SaveMark.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './CommentsPart.module.css'
import { useCommentDraft } from './use-comment-draft.ts'

interface NewCommentProps {
  readonly sessionId: SessionId
  /** Null for the session as a whole. */
  readonly noteId: NoteId | null
}

/** The way to say something; what was begun and not posted is open again. */
export function NewComment(props: NewCommentProps) {
  const draft = useRead('comments.draft', props)
  if (draft.status === 'reading') return null
  if (draft.status === 'failed') return <FailureNotice failure={draft.failure} onRetry={draft.retry} />
  return <Writing {...props} begun={draft.value} />
}

type Stage = 'begun' | 'asked-for' | 'closed'

function Writing(props: NewCommentProps & { readonly begun: string }) {
  const { begun } = props
  const [stage, setStage] = useState<Stage>(begun === '' ? 'closed' : 'begun')
  const draft = useCommentDraft(props, begun)
  if (stage === 'closed') {
    return (
      <Button icon={MessageSquarePlus} onPress={() => setStage('asked-for')}>
        {draft.text.trim() === '' ? 'Write a comment' : 'Go on with your comment'}
      </Button>
    )
  }
  return (
    <CommentForm
      {...props}
      draft={draft}
      // Nobody who comes to the page is taken from where they are.
      takesFocus={stage === 'asked-for'}
      onClose={() => setStage('closed')}
    />
  )
}

interface CommentFormProps extends NewCommentProps {
  readonly draft: ReturnType<typeof useCommentDraft>
  readonly takesFocus: boolean
  readonly onClose: () => void
}

function CommentForm({ sessionId, noteId, draft, takesFocus, onClose }: CommentFormProps) {
  const field = useFocusOnArrival<HTMLTextAreaElement>()
  const { text, status, change, flush } = draft
  const { act, isBusy, failure } = useAct()
  const save = async () => {
    if (text.trim() === '' || isBusy) return
    // A save on its way must not bring back the words of a comment that is posted.
    await flush()
    if (!(await act('comments.write', { sessionId, noteId, text })).ok) return
    change('')
    onClose()
  }
  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea
        label="Your comment"
        hint="Kept with your name and the time. It can be taken back, not changed."
        value={text}
        onChange={change}
        maxLength={commentMaxLength}
        {...(takesFocus ? { textRef: field } : {})}
      />
      <FailureNotice failure={failure} />
      <div className={styles['actions']}>
        <Button type="submit" look="primary" isDisabled={text.trim() === '' || isBusy}>
          Keep the comment
        </Button>
        <Button onPress={onClose}>Not now</Button>
        <SaveMark status={status} />
      </div>
    </Form>
  )
}
