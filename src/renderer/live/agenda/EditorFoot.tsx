import { CircleAlert, CircleCheck } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import card from '../AgendaCard.module.css'
import { useAdvanced, useLive } from '../live-context.ts'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import { balanceWords, draftBalance, draftCommand, keptWords, type AgendaDraft } from './agenda-draft.ts'
import { acceptMinutes } from './agenda-keys.ts'
import styles from './EditorFoot.module.css'

interface EditorFootProps {
  readonly view: LiveView
  readonly change: ChangeView
  readonly draft: AgendaDraft
}

/** What the changed minutes come to, and the way to use them. */
export function EditorFoot({ view, change, draft }: EditorFootProps) {
  const live = useLive()
  const state = useAdvanced(5_000)
  const balance = draftBalance(state, draft, view.startWish)
  if (balance === null) return null
  const isOver = balance.overMinutes > 0
  const Icon = isOver ? CircleAlert : CircleCheck
  return (
    <section className={card['card']} aria-label="Changed agenda">
      <output className={classNames(card['words'], styles['sum'])} data-over={isOver || undefined}>
        <Icon aria-hidden size={16} strokeWidth={2} />
        <span>{balanceWords(balance)}</span>
      </output>
      <p className={styles['kept']}>{keptWords(balance)}</p>
      <div className={card['actions']}>
        <Button
          look="amber"
          keys={['Alt', 'Enter']}
          aria-keyshortcuts="Alt+Enter"
          className={classNames(card['action'], card['grows'])}
          onPress={() => acceptMinutes({ live, view, change })}
        >
          {draftCommand(live.state, draft) === null ? 'Done' : 'Use these'}
        </Button>
        <Button
          look="plain"
          aria-keyshortcuts="Alt+E"
          className={classNames(card['action'], card['later'])}
          onPress={() => change({ agendaDraft: null })}
        >
          Cancel
        </Button>
      </div>
    </section>
  )
}
