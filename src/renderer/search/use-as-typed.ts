import { useEffect, useEffectEvent, useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { createQuestionLine, noAnswer, type Answered, type Ask, type QuestionLine } from './question-line.ts'

export interface AsTyped<Answer> {
  /** The newest answer. It stays while the next one is awaited, so that nothing flickers; null while nothing is asked. */
  readonly answer: Answer | null
  readonly failure: Failure | null
  /**
   * Asks before it is drawn what will be the question. Whoever makes it the question when it is answered has both drawn in
   * one go.
   */
  readonly askAhead: QuestionLine<Answer>['ask']
}

/** What is not finished goes on when the page has drawn what there is, and has nothing else to do; or then. */
const patienceMs = 500

/**
 * Asks again whenever the question changes; '' asks nothing and lets go of what was answered. `ask` asks the newest
 * question; the same is asked on, with what was answered `before`, for as long as an answer `isUnfinished`. The answers
 * live in the component alone, past every cache: with it they are let go.
 */
export function useAsTyped<Answer>(
  question: string,
  ask: Ask<Answer>,
  isUnfinished: (answer: Answer) => boolean = never,
): AsTyped<Answer> {
  const [answered, setAnswered] = useState<Answered<Answer>>(noAnswer)
  if (question === '' && answered !== noAnswer) setAnswered(noAnswer)
  const [line] = useState(() => createQuestionLine<Answer>(setAnswered, isUnfinished))
  const askAsDrawn = useEffectEvent((drawn: string) => line.ask(drawn, ask))
  useEffect(() => askAsDrawn(question), [question])
  const unfinished = answered.isUnfinished && answered.question === question ? answered.answer : null
  useEffect(() => {
    if (unfinished === null) return undefined
    const request = requestIdleCallback(() => line.askOn(question, unfinished), { timeout: patienceMs })
    return () => cancelIdleCallback(request)
  }, [line, question, unfinished])
  useEffect(() => () => line.end(), [line])
  const { answer, failure } = question === '' ? noAnswer : answered
  return { answer, failure, askAhead: line.ask }
}

function never(): boolean {
  return false
}
