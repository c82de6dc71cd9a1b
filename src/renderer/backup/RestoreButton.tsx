import { ArchiveRestore } from 'lucide-react'
import { use } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './Restore.module.css'
import { RestoreContext } from './restore-context.ts'

interface RestoreButtonProps {
  /** `plain` below something else to do; `quiet` where it may be what is needed, `primary` where it is. */
  readonly look: 'plain' | 'quiet' | 'primary'
}

/** The way to a backup while no vault is open. Nothing happens before it is shown what is in it. */
export function RestoreButton({ look }: RestoreButtonProps) {
  const choose = use(RestoreContext)
  if (choose === null) return null
  return look === 'plain' ? (
    <Button look="plain" size="small" className={styles['way'] ?? ''} onPress={choose}>
      Restore a backup…
    </Button>
  ) : (
    <Button look={look} size="large" icon={ArchiveRestore} onPress={choose}>
      Restore a backup…
    </Button>
  )
}
