import type { OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import entry from '../vault/Entry.module.css'
import { EntryPage } from '../vault/EntryPage.tsx'
import { RestoreDone } from './RestoreDone.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { restorePromise } from './restore-words.ts'
import { useRestore, type RestoreAct } from './use-restore.ts'
import { WorkDial } from './WorkDial.tsx'
import { WorkProgress } from './WorkProgress.tsx'

interface RestoreScreenProps {
  readonly offered: OfferedBackup
  readonly onLeave: () => void
  /** Goes to the way into what was restored. */
  readonly onUnlock: () => void
}

/** A backup takes the vault's place: what is in it first, then its secret, and then all of it or nothing. */
export function RestoreScreen({ offered, onLeave, onUnlock }: RestoreScreenProps) {
  const restoring = useRestore(offered)
  if (restoring.restored !== null) return <RestoreDone restored={restoring.restored} onUnlock={onUnlock} />
  if (restoring.isBusy) return <Running restoring={restoring} />
  return <RestoreForm offered={offered} restoring={restoring} onLeave={onLeave} />
}

function Running({ restoring: { running } }: { readonly restoring: RestoreAct }) {
  return (
    <EntryPage ring={<WorkDial running={running} />} promise={restorePromise}>
      <h1 className={entry['title']}>Restoring</h1>
      <p className={entry['lead']}>
        The vault’s place is taken in one step, at the end. Until then, everything here is as it was.
      </p>
      <WorkProgress running={running} />
    </EntryPage>
  )
}
