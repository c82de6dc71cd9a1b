import { checkJudgement } from '../../src/shared/record/guards/check-judgement.ts'
import { elementsIn } from '../../src/shared/record/guards/statutory-words.ts'
import { labelledJudgements, labelledPrivate } from './labelled-others.ts'

/** How many of the labelled sentences a guard saw as they are labelled, and those that it did not. */
export interface Counted {
  readonly sentences: number
  readonly right: number
  readonly wrong: readonly string[]
}

export function countJudgements(): Counted {
  return count(labelledJudgements, ([text, word]) => {
    const [first] = checkJudgement([{ field: 'response', index: 0, text }])
    return (first?.words ?? null) === word
  })
}

export function countPrivate(): Counted {
  return count(labelledPrivate, ([text, elements]) => {
    const found = elementsIn(text, 'in-person')
    return found.size === elements.length && elements.every((element) => found.has(element))
  })
}

function count<Row extends readonly [string, unknown]>(
  rows: readonly Row[],
  isRight: (row: Row) => boolean,
): Counted {
  const wrong = rows.filter((row) => !isRight(row)).map(([text]) => text)
  return { sentences: rows.length, right: rows.length - wrong.length, wrong }
}
