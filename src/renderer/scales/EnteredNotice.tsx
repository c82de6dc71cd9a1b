import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { FollowUpFromList } from '../follow-up/FollowUpFromList.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { EnteredScale } from './ScaleEntryDialog.tsx'

interface EnteredNoticeProps {
  readonly entered: EnteredScale
  readonly roster: Roster
  readonly onDone: () => void
}

/** That it is on file, with the way back, and what it asks for at once. */
export function EnteredNotice({ entered: { resultId, followUpId }, roster, onDone }: EnteredNoticeProps) {
  const { act, isBusy, failure } = useAct()
  const open = useRead('follow-up.list-open', {})
  const [isWriting, setIsWriting] = useState(false)
  const followUp =
    open.status === 'ready' && followUpId !== null
      ? open.value.find((one) => 'followUpId' in one && one.followUpId === followUpId)
      : undefined
  const takeBack = async () => {
    if (isBusy) return
    const answer = await act('scales.correct', { resultId, draft: null })
    if (answer.ok) onDone()
  }
  return (
    <>
      <Notice
        tone={followUp === undefined ? 'plain' : 'risk'}
        announce="polite"
        actions={
          <>
            {followUp === undefined ? null : (
              <Button size="small" onPress={() => setIsWriting(true)}>
                Write and sign
              </Button>
            )}
            <Button size="small" look="plain" onPress={() => void takeBack()}>
              Take it back
            </Button>
            <Button size="small" look="plain" onPress={onDone}>
              That is right
            </Button>
          </>
        }
      >
        <p>
          {followUp === undefined
            ? 'It is on file.'
            : 'It is on file. Item 9 was answered above 0, so a risk follow-up is open until it is signed.'}
        </p>
      </Notice>
      <FailureNotice failure={failure} />
      {isWriting && followUp !== undefined ? (
        <FollowUpFromList followUp={followUp} roster={roster} onClose={() => setIsWriting(false)} />
      ) : null}
    </>
  )
}
