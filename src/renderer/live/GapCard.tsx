import { useMemo } from 'react'
import type { Gap } from '../../shared/session/state.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/class-names.ts'
import card from './AgendaCard.module.css'
import styles from './GapCard.module.css'
import { gapAnswers, gapWords, judgeCommand } from './gap-answers.ts'
import { useLive } from './live-context.ts'

/** Asks what a time was that the console did not see. Until it is answered, it counts as session time. */
export function GapCard({ gap }: { readonly gap: Gap }) {
  const { state, zone, act } = useLive()
  const words = useMemo(() => gapWords(gap, zone), [gap, zone])
  return (
    <section className={card['card']} aria-label="What was the gap?">
      <output className={card['words']}>
        <strong>{words}</strong> What was it?
      </output>
      <div className={card['actions']}>
        {gapAnswers(state, gap).map(({ verdict, name, keys }) => (
          <Button
            key={verdict}
            keys={keys}
            aria-keyshortcuts={typeof keys === 'string' ? keys : keys.join('+')}
            className={classNames(card['action'], styles['answer'])}
            onPress={() => act((latest) => judgeCommand(latest, verdict))}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  )
}
