import { ChevronRight, Flag } from 'lucide-react'
import type { ScaleResult } from '../../shared/measures/scale-result.ts'
import { dayWords } from '../care/care-words.ts'
import { resultWords } from './scale-words.ts'
import styles from './ScalesPart.module.css'

interface ScaleRowProps {
  readonly result: ScaleResult
  readonly onShow: () => void
}

export function ScaleRow({ result, onShow }: ScaleRowProps) {
  const { name, takenOn, item9, correctsId } = result
  return (
    <li>
      <button type="button" className={styles['row']} onClick={onShow}>
        <span className={styles['words']}>
          <span>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            {resultWords(result)}
          </span>
          <span className={styles['soft']}>
            {dayWords(takenOn)}
            {correctsId === null ? '' : ', corrected'}
          </span>
        </span>
        {item9 !== null && item9 > 0 ? (
          <span className={styles['risk']}>
            <Flag aria-hidden size={14} strokeWidth={2} /> item 9
          </span>
        ) : null}
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={styles['open']} />
      </button>
    </li>
  )
}
