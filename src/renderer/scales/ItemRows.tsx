import { useId, useRef, type KeyboardEvent } from 'react'
import { scaleAnswers, type Scale } from '../../shared/measures/scales.ts'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './ScaleEntry.module.css'
import type { Answers } from './scale-form.ts'

interface ItemRowsProps {
  readonly scale: Scale
  readonly answers: Answers
  readonly onAnswer: (index: number, answer: number | null) => void
  /** Where the keyboard goes after the last item. */
  readonly onDone: () => void
}

/** The items in the instrument's own words. A digit answers one and goes on to the next; Backspace goes back. */
export function ItemRows({ scale, answers, onAnswer, onDone }: ItemRowsProps) {
  const list = useRef<HTMLOListElement>(null)
  const goTo = (index: number) => {
    if (index >= scale.items.length) return onDone()
    const row = list.current?.children[Math.max(0, index)]
    const target = row?.querySelector<HTMLInputElement>('input:checked') ?? row?.querySelector('input')
    target?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (/^[0-3]$/u.test(event.key)) {
      event.preventDefault()
      onAnswer(index, Number(event.key))
      goTo(index + 1)
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      if (answers[index] === null) goTo(index - 1)
      onAnswer(index, null)
    }
  }
  return (
    <ol ref={list} className={styles['items']}>
      {scale.items.map((words, index) => (
        <ItemRow
          key={words}
          number={index + 1}
          words={words}
          answer={answers[index] ?? null}
          onAnswer={(answer) => onAnswer(index, answer)}
          onKeyDown={(event) => onKeyDown(event, index)}
        />
      ))}
    </ol>
  )
}

interface ItemRowProps {
  readonly number: number
  readonly words: string
  readonly answer: number | null
  readonly onAnswer: (answer: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function ItemRow({ number, words, answer, onAnswer, onKeyDown }: ItemRowProps) {
  const id = useId()
  const first = useFocusOnArrival<HTMLInputElement>()
  return (
    <li>
      <div className={styles['item']} role="radiogroup" aria-labelledby={id}>
        <span id={id} className={styles['itemWords']}>
          <span className={styles['itemNumber']}>{number}</span>
          {words}
        </span>
        <span className={styles['answers']}>
          {scaleAnswers.map((name, value) => (
            <label key={name} className={styles['answer']} data-value={value}>
              <input
                ref={number === 1 && value === 0 ? first : null}
                type="radio"
                name={id}
                checked={answer === value}
                onChange={() => onAnswer(value)}
                onKeyDown={onKeyDown}
                aria-label={`${value}, ${name.toLowerCase()}`}
              />
              <span aria-hidden>{value}</span>
            </label>
          ))}
        </span>
      </div>
    </li>
  )
}
