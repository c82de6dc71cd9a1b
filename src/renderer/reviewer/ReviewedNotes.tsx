import { rosterFor } from './roster-for.ts'
import { PenLine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { SignedEntry } from '../../shared/ipc/note-calls.ts'
import type { SignedPlace } from '../../shared/session/state.ts'
import { useRead } from '../app/api.ts'
import { BackButton } from '../app/BackButton.tsx'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { awaitingCoSign, signedView, type SignedView } from '../debrief/signed-view.ts'
import { SignedTexts } from '../debrief/SignedTexts.tsx'
import { sessionView, type SessionView } from '../session/session-view.ts'
import { Button } from '../ui/Button.tsx'
import { CommentsPart } from './CommentsPart.tsx'
import { CoSignAsReviewer } from './CoSignAsReviewer.tsx'
import styles from './page.module.css'

/** What is signed of a session, to be read, co-signed and commented. What is still being written is its author's. */
export function ReviewedNotes({ sessionId }: { readonly sessionId: SessionId }) {
  const opened = useRead('session.open', { sessionId })
  const roster = useRead('roster.read', {})
  const measures = useRead('measures.read', {})
  const entries = useRead('note.list', { sessionId })
  const view = useMemo(
    () =>
      opened.status === 'ready' && roster.status === 'ready' && measures.status === 'ready'
        ? sessionView(opened.value, rosterFor('reviewer', roster.value), measures.value)
        : null,
    [opened, roster, measures],
  )
  const failed = [opened, roster, measures, entries].find((read) => read.status === 'failed')
  return (
    <div className={styles['page']} aria-busy={view === null && failed === undefined}>
      <BackButton to={{ name: 'session', sessionId }}>The session</BackButton>
      <h1 className={styles['title']}>Signed notes</h1>
      {failed?.status === 'failed' ? <FailureNotice failure={failed.failure} onRetry={failed.retry} /> : null}
      {view === null || entries.status !== 'ready' ? null : <Notes view={view} entries={entries.value} />}
    </div>
  )
}

interface NotesProps {
  readonly view: SessionView
  readonly entries: readonly SignedEntry[]
}

/** One note is open at a time, the first that awaits somebody to begin with. */
function Notes({ view, entries }: NotesProps) {
  const signed = view.members.flatMap(({ seated }) => {
    const texts = signedView(entries, view.state, seated.personId)
    return texts === null ? [] : [{ seated, texts }]
  })
  const awaited = signed.find(({ seated }) => awaitingCoSign(view.state, seated.personId).length > 0)
  const [openId, setOpenId] = useState<PersonId | null>((awaited ?? signed[0])?.seated.personId ?? null)
  return (
    <>
      <p className={styles['soft']}>
        <bdi>{view.groupName}</bdi>, session {view.state.number}. {signed.length} of {view.members.length}{' '}
        signed.
      </p>
      <ul className={styles['notes']}>
        {signed.map(({ seated: { personId, name }, texts }) => (
          <li key={personId}>
            <h2>
              <Pressable
                className={styles['row'] ?? ''}
                aria-expanded={personId === openId}
                onPress={() => setOpenId(personId === openId ? null : personId)}
              >
                <bdi className={styles['name']}>{name}</bdi>
              </Pressable>
            </h2>
            {personId === openId ? (
              <OpenNote view={view} personId={personId} name={name} texts={texts} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

interface OpenNoteProps extends Pick<NotesProps, 'view'> {
  readonly personId: PersonId
  readonly name: string
  readonly texts: SignedView
}

function OpenNote({ view: { sessionId, state }, personId, name, texts }: OpenNoteProps) {
  return (
    <fieldset aria-label={`Signed note of ${name}`} className={styles['note']}>
      <SignedTexts view={texts} />
      <CoSignButton sessionId={sessionId} name={name} awaited={awaitingCoSign(state, personId)} />
      <CommentsPart sessionId={sessionId} noteId={texts.note.noteId} />
    </fieldset>
  )
}

interface CoSignButtonProps {
  readonly sessionId: SessionId
  readonly name: string
  readonly awaited: readonly SignedPlace[]
}

/** For whoever may co-sign, and has not signed it themselves. */
function CoSignButton({ sessionId, name, awaited }: CoSignButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const who = useRead('reviewer.who', {})
  const roster = useRead('roster.read', {})
  const personId = who.status === 'ready' ? who.value : null
  const reviewer =
    roster.status === 'ready' ? roster.value.facilitators.find(({ id }) => id === personId) : undefined
  if (awaited.length === 0 || reviewer?.mayCoSign !== true) return null
  if (awaited.some(({ signedById }) => signedById === personId)) return null
  return (
    <div className={styles['below']}>
      <Button look="primary" icon={PenLine} onPress={() => setOpen(true)}>
        Co-sign
      </Button>
      {isOpen ? (
        <CoSignAsReviewer
          sessionId={sessionId}
          name={name}
          signer={reviewer}
          awaited={awaited}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}
