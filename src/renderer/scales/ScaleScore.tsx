import { Flag } from 'lucide-react'
import { scales, totalOf } from '../../shared/measures/scales.ts'
import { tellsOfRisk, type ScaleForm } from './scale-form.ts'
import { bandWords, missingWords } from './scale-words.ts'
import styles from './ScaleEntry.module.css'

interface ScaleScoreProps {
  readonly form: ScaleForm
  /** Why it cannot be entered. */
  readonly fault: string | undefined
}

/** What comes of what is typed, said as it changes. */
export function ScaleScore({ form, fault }: ScaleScoreProps) {
  return (
    <div className={styles['score']}>
      <output className={styles['risk']}>
        {tellsOfRisk(form) ? (
          <>
            <Flag aria-hidden size={16} strokeWidth={2} />
            Item 9 is above 0: a risk follow-up opens with it.
          </>
        ) : null}
      </output>
      <output>{fault ?? scoreWords(form)}</output>
    </div>
  )
}

function scoreWords(form: ScaleForm): string {
  if (form.scale === 'own') return ''
  if (form.isTotalOnly) {
    const total = form.total === '' ? null : Number(form.total)
    return total === null || total > scales[form.scale].highest ? '' : bandWords(form.scale, total)
  }
  const items = form.items[form.scale]
  const total = totalOf(items)
  return total === null ? missingWords(items) : bandWords(form.scale, total)
}
