import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Result } from '../../shared/result.ts'

export interface AsTyped<Answer> {
  /** The newest answer. It stays while the next one is awaited, so that nothing flickers; null while nothing is asked. */
  readonly answer: Answer | null
  readonly failure: Failure | null
  /** Whether what was asked last is not answered yet. */
  readonly isBehind: boolean
}

interface Answered<Answer> {
  readonly question: string
  readonly answer: Answer | null
  readonly failure: Failure | null
  /** There is more to this answer. */
  readonly isUnfinished: boolean
}

const nothing = { question: '', answer: null, failure: null, isUnfinished: false } as const

/** What is not finished goes on when the page has drawn what there is, and has nothing else to do; or then. */
const patienceMs = 500

/**
 * Asks again whenever the question changes; '' asks nothing and lets go of what was answered. One question is on its way
 * at a time and only the newest waits behind it, so that typing never makes a queue. `ask` asks the newest question; the
 * same is asked on, with what was answered `before`, for as long as an answer `isUnfinished`. The answers live in the
 * component alone, past every cache: with it they are let go.
 */
export function useAsTyped<Answer>(
  question: string,
  ask: (before: Answer | null) => Promise<Result<Answer, Failure>>,
  isUnfinished: (answer: Answer) => boolean = never,
): AsTyped<Answer> {
  const [answered, setAnswered] = useState<Answered<Answer>>(nothing)
  if (question === '' && answered !== nothing) setAnswered(nothing)
  const newest = useRef({ question, ask, isUnfinished })
  const isAsking = useRef(false)
  useEffect(() => {
    newest.current = { question, ask, isUnfinished }
  })
  const goOn = useEffectEvent(async (sought: string, unfinished: Answer | null) => {
    if (isAsking.current || sought === '') return
    isAsking.current = true
    for (let before = unfinished, isDone = false; !isDone; before = null) {
      const { question: asked } = newest.current
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      const result = await newest.current.ask(before)
      const { question: now } = newest.current
      const isMore = result.ok && newest.current.isUnfinished(result.value)
      setAnswered((shown) => (now === '' ? nothing : add(shown, asked, result, isMore)))
      isDone = now === '' || now === asked
    }
    isAsking.current = false
  })
  useEffect(() => void goOn(question, null), [question])
  const unfinished = answered.isUnfinished && answered.question === question ? answered.answer : null
  useEffect(() => {
    if (unfinished === null) return undefined
    const request = requestIdleCallback(() => void goOn(question, unfinished), { timeout: patienceMs })
    return () => cancelIdleCallback(request)
  }, [question, unfinished])
  useEffect(
    () => () => {
      newest.current = { ...newest.current, question: '' }
    },
    [],
  )
  if (question === '') return { answer: null, failure: null, isBehind: false }
  const { answer, failure } = answered
  return { answer, failure, isBehind: answered.question !== question }
}

function never(): boolean {
  return false
}

function add<Answer>(
  before: Answered<Answer>,
  question: string,
  result: Result<Answer, Failure>,
  isUnfinished: boolean,
): Answered<Answer> {
  return result.ok
    ? { question, answer: result.value, failure: null, isUnfinished }
    : { question, answer: before.answer, failure: result.error, isUnfinished }
}
