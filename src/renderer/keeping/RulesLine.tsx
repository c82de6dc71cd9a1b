import { useState } from 'react'
import type { RetentionRules } from '../../shared/retention/retention-rules.ts'
import { Button } from '../ui/Button.tsx'
import styles from './KeepingScreen.module.css'
import { rulesWords } from './rules-words.ts'
import { RulesDialog } from './RulesDialog.tsx'

/** What holds, in a sentence or two, and the way to change it. */
export function RulesLine({ rules }: { readonly rules: RetentionRules }) {
  const [isChanging, setIsChanging] = useState(false)
  return (
    <p className={styles['rules']}>
      <bdi className={styles['jurisdiction']}>{rules.jurisdiction}</bdi>: {rulesWords(rules).join(' ')}{' '}
      <Button
        look="plain"
        size="small"
        className={styles['inline'] ?? ''}
        aria-label="Change how long is kept"
        onPress={() => setIsChanging(true)}
      >
        Change
      </Button>
      {isChanging ? <RulesDialog rules={rules} onClose={() => setIsChanging(false)} /> : null}
    </p>
  )
}
