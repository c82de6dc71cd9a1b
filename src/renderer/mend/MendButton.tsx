import { ScanSearch } from 'lucide-react'
import { use } from 'react'
import { Button } from '../ui/Button.tsx'
import restore from '../backup/Restore.module.css'
import { wasDamageTold } from './damage-told.ts'
import { MendContext } from './mend-context.ts'

/** The way to what can be read of a vault that is damaged. Nothing happens to the vault before it is shown. */
export function MendButton({ look = 'primary' }: { readonly look?: 'primary' | 'quiet' }) {
  const open = use(MendContext)
  if (open === null) return null
  return (
    <Button look={look} size="large" icon={ScanSearch} onPress={open}>
      See what can be read
    </Button>
  )
}

/** The same below the way in: a vault may open although a page of it is damaged, which is told when that is read. */
export function MendWay() {
  const open = use(MendContext)
  if (open === null || !wasDamageTold()) return null
  return (
    <Button look="plain" size="small" className={restore['way'] ?? ''} onPress={open}>
      See what can be read of the damaged vault…
    </Button>
  )
}
