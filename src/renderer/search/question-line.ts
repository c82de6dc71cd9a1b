import type { Failure } from '../../shared/ipc/failure.ts'
import type { Result } from '../../shared/result.ts'

/** Asks a question; on with what was answered `before`, where there was more to it. */
export type Ask<Answer> = (before: Answer | null) => Promise<Result<Answer, Failure>>

export interface Answered<Answer> {
  readonly question: string
  /** On a failure it is what was answered before. */
  readonly answer: Answer | null
  readonly failure: Failure | null
  /** There is more to this answer. */
  readonly isUnfinished: boolean
}

export const noAnswer = { question: '', answer: null, failure: null, isUnfinished: false } as const

/** One question is on its way at a time and only the newest waits behind it, so that typing never makes a queue. */
export interface QuestionLine<Answer> {
  /**
   * Makes a question the newest, unless it was answered last; '' asks nothing. `onAnswered` follows its answer, and that of
   * an older one where whoever asked has only asked further since.
   */
  readonly ask: (question: string, ask: Ask<Answer>, onAnswered?: () => void) => void
  /** Asks the same question on, if it is still the newest. */
  readonly askOn: (question: string, before: Answer) => void
  readonly end: () => void
}

type Shown<Answer> = (change: (before: Answered<Answer>) => Answered<Answer>) => void

export function createQuestionLine<Answer>(
  show: Shown<Answer>,
  isUnfinished: (answer: Answer) => boolean,
): QuestionLine<Answer> {
  const ended = { question: '', ask: null, onAnswered: null } as const
  let newest: Newest<Answer> = ended
  let lastAnswered = ''
  let isAsking = false

  async function goOn(unfinished: Answer | null): Promise<void> {
    if (isAsking) return
    isAsking = true
    for (let asked = newest, before = unfinished; asked.ask !== null; asked = newest, before = null) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      const result = await asked.ask(before)
      const { question, onAnswered } = asked
      const isNewest = newest.question === question
      // Whoever asked may have let go of it meanwhile.
      if (newest.ask === null) break
      lastAnswered = question
      const isMore = result.ok && isUnfinished(result.value)
      show((shown) => add(shown, question, result, isMore))
      if (isNewest || newest.onAnswered !== null) onAnswered?.()
      if (isNewest) {
        newest = { ...asked, onAnswered: null }
        break
      }
    }
    isAsking = false
  }

  return {
    ask(question, ask, onAnswered) {
      if (question === '') {
        newest = ended
        lastAnswered = ''
      } else if (question !== lastAnswered || onAnswered !== undefined) {
        newest = { question, ask, onAnswered: onAnswered ?? null }
        void goOn(null)
      }
    },
    askOn(question, before) {
      if (newest.question === question) void goOn(before)
    },
    end() {
      newest = ended
    },
  }
}

interface Newest<Answer> {
  readonly question: string
  /** Null while nothing is asked. */
  readonly ask: Ask<Answer> | null
  readonly onAnswered: (() => void) | null
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
