import { classNames } from '../ui/class-names.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { Remark } from './remark.ts'
import { remarkWords, type Surroundings } from './remark-words.ts'
import type { Review } from './use-review.ts'
import styles from './Remarks.module.css'

interface RemarksProps {
  /** `inside`: in the form itself, under the words. */
  readonly look?: 'side' | 'inside'
  readonly review: Review
  readonly around: Surroundings
  readonly onAnswer: (remark: Remark) => void
}

/** What to look at before it is signed: each with what one key does about it. */
export function Remarks({ look = 'side', review, around, onAnswer }: RemarksProps) {
  const { remarks, meantSo } = review
  if (remarks.length + meantSo.length === 0) return null
  return (
    <section aria-labelledby="remarks-title" className={styles['remarks']} data-look={look}>
      <h2 id="remarks-title" className={styles['title']}>
        Before you sign
      </h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark.key} className={styles['remark']}>
            <Letter remark={remark} />
            <div>
              <Card remark={remark} around={around} onAnswer={onAnswer} onMeanSo={review.meanSo} />
            </div>
          </li>
        ))}
        {meantSo.map((remark) => (
          <li key={remark.key} className={styles['meantSo']}>
            <span>{remarkWords(remark, around).title} Meant so.</span>
            <Button size="small" look="plain" onPress={() => review.takeBack(remark)}>
              Ask again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A filled letter has to be answered before the note is signed, an outlined one is to weigh. */
export function Letter({ remark: { letter, comesFirst } }: { readonly remark: Remark }) {
  return <span className={classNames(styles['letter'], comesFirst && styles['first'])}>{letter}</span>
}

interface CardProps extends Pick<RemarksProps, 'around' | 'onAnswer'> {
  readonly remark: Remark
  readonly onMeanSo: (remark: Remark) => void
}

function Card({ remark, around, onAnswer, onMeanSo }: CardProps) {
  const { title, why, answer } = remarkWords(remark, around)
  const key = remark.letter.toUpperCase()
  return (
    <>
      <p className={styles['words']}>
        <strong>{title}</strong> {why}
      </p>
      <p className={styles['answers']}>
        <button
          type="button"
          className={styles['answer']}
          aria-keyshortcuts={`Alt+${key}`}
          onClick={() => onAnswer(remark)}
        >
          {answer} <Kbd keys={['Alt', key]} />
        </button>
        <button
          type="button"
          className={styles['override']}
          aria-keyshortcuts={`Alt+Shift+${key}`}
          onClick={() => onMeanSo(remark)}
        >
          It is meant so <Kbd keys={['Alt', '⇧', key]} />
        </button>
      </p>
    </>
  )
}
