import { useRead } from '../app/api.ts'

/** Said until the first private note of a vault is written: what becomes of such notes when the computer is lost. */
export function BeforeFirstNote({ className }: { readonly className: string }) {
  const ever = useRead('backups.private-ever-written', {})
  if (ever.status !== 'ready' || ever.value) return null
  return (
    <p className={className}>
      Good to know before the first one: no backup holds private notes. They are on this computer alone, and
      would be lost with it.
    </p>
  )
}
