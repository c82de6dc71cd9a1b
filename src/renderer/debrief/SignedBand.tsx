import { useEffect, useRef } from 'react'
import type { Seated } from '../live/seated.ts'
import { CommentsPart } from '../reviewer/CommentsPart.tsx'
import { Amend } from './Amend.tsx'
import type { Desk } from './desk.ts'
import { SignedTexts } from './SignedTexts.tsx'
import type { SignedView } from './signed-view.ts'
import band from './MemberNotes.module.css'

interface SignedBandProps {
  readonly desk: Desk
  readonly member: Seated
  readonly view: SignedView
}

/** A signed note as it will always read, and below it what was added since, each for what it is. */
export function SignedBand({ desk, member, view }: SignedBandProps) {
  const shown = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    shown.current?.focus({ preventScroll: true })
    shown.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <fieldset ref={shown} tabIndex={-1} aria-label={`Signed note of ${member.name}`} className={band['band']}>
      <SignedTexts view={view} />
      <Amend desk={desk} member={member} noteId={view.note.noteId} />
      {desk.isConcealed ? null : <CommentsPart sessionId={desk.drafts.sessionId} noteId={view.note.noteId} />}
    </fieldset>
  )
}
