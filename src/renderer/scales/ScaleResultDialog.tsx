import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { useState } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { ScaleFollowUp } from '../../shared/ipc/scale-follow-up-calls.ts'
import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import { difficultyAnswers, scaleAnswers, scales } from '../../shared/measures/scales.ts'
import { useAct, useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { dayWords } from '../care/care-words.ts'
import { signedOnWords, signerWords } from '../follow-up/follow-up-words.ts'
import { FollowUpFromList } from '../follow-up/FollowUpFromList.tsx'
import { Signature } from '../follow-up/Signature.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { bandWords, missingWords, resultWords } from './scale-words.ts'
import styles from './ScalesPart.module.css'

interface ScaleResultDialogProps {
  readonly result: ScaleResult
  readonly results: readonly ScaleResult[]
  readonly roster: Roster
  readonly onClose: () => void
  readonly onCorrect: () => void
}

/** One questionnaire as it was filled in, what it was before it was corrected, and its follow-up. */
export function ScaleResultDialog(props: ScaleResultDialogProps) {
  const { result, results, roster, onClose, onCorrect } = props
  const { act, isBusy, failure } = useAct()
  const strike = async () => {
    if (isBusy) return
    const answer = await act('scales.correct', { resultId: result.resultId, draft: null })
    if (answer.ok) onClose()
  }
  const chain = earlierOf(result, results)
  return (
    <Dialog
      title={`${result.name} of ${dayWords(result.takenOn)}`}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <AuthorOnly>
          <Button onPress={onCorrect}>Correct it</Button>
          <Button look="plain" onPress={() => void strike()}>
            It should not be here
          </Button>
        </AuthorOnly>
      }
    >
      <Score result={result} />
      <AnswerList result={result} />
      <EnteredBy result={result} roster={roster} />
      {chain.length === 0 ? null : (
        <section aria-labelledby="earlier" className={styles['earlier']}>
          <h3 id="earlier">Before it was corrected</h3>
          <ul>
            {chain.map((one) => (
              <li key={one.resultId}>
                {dayWords(one.takenOn)}: {resultWords(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <FollowUps
        ids={[result, ...chain].map(({ followUpId }) => followUpId)}
        result={result}
        roster={roster}
      />
      <FailureNotice failure={failure} />
    </Dialog>
  )
}

/** What an entry was before it was corrected, the newest first. */
function earlierOf(result: ScaleResult, results: readonly ScaleResult[]): readonly ScaleResult[] {
  const before = results.find(({ resultId }) => resultId === result.correctsId)
  return before === undefined ? [] : [before, ...earlierOf(before, results)]
}

function Score({ result }: Pick<ScaleResultDialogProps, 'result'>) {
  const { scale, total, items } = result
  if (total === null) return <p className={styles['score']}>{missingWords(items ?? [])}</p>
  const words = scale === 'own' ? resultWords(result) : bandWords(scale, total)
  return <p className={styles['score']}>{words}.</p>
}

function AnswerList({ result: { scale, items, item9, difficulty } }: Pick<ScaleResultDialogProps, 'result'>) {
  if (scale === 'own') return null
  if (items === null) {
    return (
      <p className={styles['soft']}>
        The total alone was entered.
        {scale === 'phq-9' && item9 === null ? ' Nobody knows how item 9 was answered.' : ''}
        {item9 === null ? '' : ` Item 9: ${(scaleAnswers[item9] ?? '').toLowerCase()}.`}
      </p>
    )
  }
  return (
    <>
      <ol className={styles['answers']}>
        {scales[scale].items.map((words, index) => {
          const answer = items[index] ?? null
          return (
            <li key={words}>
              <span>{words}</span>
              <span>
                {answer === null
                  ? 'not answered'
                  : `${answer}, ${(scaleAnswers[answer] ?? '').toLowerCase()}`}
              </span>
            </li>
          )
        })}
      </ol>
      {difficulty === null ? null : (
        <p className={styles['soft']}>
          How difficult it made things: {difficultyAnswers[difficulty]?.toLowerCase()}.
        </p>
      )}
    </>
  )
}

function EnteredBy({ result, roster }: Pick<ScaleResultDialogProps, 'result' | 'roster'>) {
  const now = useNow(60_000)
  const by = roster.facilitators.find(({ id }) => id === result.enteredById)
  if (now === null) return null
  return (
    <p className={styles['soft']}>
      Entered by <bdi>{by === undefined ? 'a facilitator' : signerWords(by)}</bdi>{' '}
      {signedOnWords(result.enteredAtMs, now.zone)}.
    </p>
  )
}

interface FollowUpsProps extends Pick<ScaleResultDialogProps, 'result' | 'roster'> {
  readonly ids: readonly (string | null)[]
}

function FollowUps({ ids, result: { personId }, roster }: FollowUpsProps) {
  const read = useRead('scale-follow-up.of-member', { personId })
  const found = read.status === 'ready' ? read.value.filter(({ followUpId }) => ids.includes(followUpId)) : []
  return found.map((followUp) => (
    <FollowUpLine key={followUp.followUpId} followUp={followUp} roster={roster} />
  ))
}

function FollowUpLine({ followUp, roster }: { readonly followUp: ScaleFollowUp; readonly roster: Roster }) {
  const now = useNow(60_000)
  const [isWriting, setIsWriting] = useState(false)
  const { closed, ...opened } = followUp
  if (closed === null) {
    const { followUpId, item9, personId, openedAtMs, ownerId } = opened
    return (
      <section aria-label="Risk follow-up" className={styles['followUp']}>
        <p>A risk follow-up is open.</p>
        <Button size="small" onPress={() => setIsWriting(true)}>
          Write and sign
        </Button>
        {isWriting ? (
          <FollowUpFromList
            followUp={{ followUpId, item9, personId, openedAtMs, ownerId }}
            roster={roster}
            onClose={() => setIsWriting(false)}
          />
        ) : null}
      </section>
    )
  }
  return (
    <section aria-label="Risk follow-up" className={styles['followUp']}>
      <p dir="auto" className={styles['signed']}>
        {closed.text}
      </p>
      <p className={styles['soft']}>
        {closed.isAsSigned ? (
          <Signature
            signer={roster.facilitators.find(({ id }) => id === closed.signedById)}
            atMs={closed.closedAtMs}
            zone={now?.zone ?? 'UTC'}
          />
        ) : (
          'This is not what was signed: the file was changed from outside the console.'
        )}
      </p>
    </section>
  )
}
