import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import { partDone, unreadableWords } from './rebuild-words.ts'
import { RebuildProgress } from './RebuildProgress.tsx'
import styles from './Rebuild.module.css'
import { useRebuildState } from './use-rebuild.ts'

/** The act that folds the tables of review anew, with how far it is. */
export function RebuildPart() {
  const state = useRebuildState()
  const { act, isBusy, failure } = useAct()
  const [wasAsked, setWasAsked] = useState(false)
  if (state === null) return null
  const begin = async () => {
    const answer = await act('review.rebuild', {})
    setWasAsked(answer.ok)
  }
  return (
    <PagePart title="Tables of review">
      <p className={styles['soft']}>
        Lists, hours and plots are read from tables that are made from the session logs. They can be made anew
        at any time: nothing of a log or a note is changed, and the console can be used meanwhile.
      </p>
      {state.stage === 'whole' ? (
        <>
          <output>
            {wasAsked ? 'Done: the tables of every session are made anew.' : null}{' '}
            {unreadableWords(state.unreadableCount)}
          </output>
          <Button isDisabled={isBusy} onPress={() => void begin()}>
            Rebuild the tables of review
          </Button>
        </>
      ) : (
        <>
          <p>{partDone(state)}</p>
          <RebuildProgress state={state} />
          {state.stage === 'running' ? (
            <Button isDisabled={isBusy} onPress={() => void act('review.cancel-rebuild', {})}>
              Stop
            </Button>
          ) : (
            <Button isDisabled={isBusy} onPress={() => void begin()}>
              Go on
            </Button>
          )}
        </>
      )}
      <FailureNotice failure={failure} />
    </PagePart>
  )
}
