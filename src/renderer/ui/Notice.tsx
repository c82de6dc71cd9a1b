import { CircleAlert, Flag, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Notice.module.css'

interface NoticeProps {
  /** `amber`: something to settle. `risk`: risk alone. `plain`: good to know. */
  readonly tone?: 'plain' | 'amber' | 'risk'
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Read out when it appears: `assertive` for what went wrong, `polite` for what can wait. */
  readonly announce?: 'assertive' | 'polite'
  readonly className?: string
}

const icons = { plain: Info, amber: CircleAlert, risk: Flag } as const

export function Notice({ tone = 'plain', title, children, actions, announce, className }: NoticeProps) {
  const Icon = icons[tone]
  const role = announce === 'assertive' ? 'alert' : announce === 'polite' ? 'status' : undefined
  return (
    <div role={role} className={classNames(styles['notice'], styles[tone], className)}>
      <Icon aria-hidden size={18} strokeWidth={1.75} className={styles['icon']} />
      <div className={styles['words']}>
        {title === undefined ? null : <strong className={styles['title']}>{title}</strong>}
        {children}
        {actions === undefined || actions === null ? null : (
          <div className={styles['actions']}>{actions}</div>
        )}
      </div>
    </div>
  )
}
