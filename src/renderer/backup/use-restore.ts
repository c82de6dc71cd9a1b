import { useState } from 'react'
import type { BackupState, OfferedBackup, Restored } from '../../shared/ipc/backup-calls.ts'
import { useAct, usePush } from '../app/api.ts'
import type { RunningBackup } from './backup-words.ts'

/** What opens the backup. */
export interface Secret {
  readonly kind: 'passphrase' | 'recovery'
  readonly text: string
}

const noSecret: Secret = { kind: 'passphrase', text: '' }

/** Restoring a backup, from what is typed to what is in the vault’s place. What was typed is forgotten with that. */
export function useRestore(offered: OfferedBackup) {
  const { act, isBusy, failure, forget } = useAct()
  const [secret, setSecret] = useState(noSecret)
  // Private notes of another vault cannot come along; whether its own can, the core says.
  const [isAsideAsked, setAsideAsked] = useState(offered.hasPrivateNotes && offered.isSameVault === false)
  const [maySetAside, setMaySetAside] = useState(false)
  const [running, setRunning] = useState<RunningBackup | null>(null)
  const [wasCancelled, setWasCancelled] = useState(false)
  const [restored, setRestored] = useState<Restored | null>(null)
  usePush('backups.changed', (state: BackupState) =>
    setRunning(state.stage === 'running' && state.work === 'restoring' ? state : null),
  )
  const restore = async () => {
    const answer = await act('backups.restore', {
      token: offered.token,
      kind: secret.kind,
      secret: secret.text,
      maySetPrivateNotesAside: maySetAside,
    })
    setRestored(answer.ok ? answer.value : null)
    // A window that waits to be read is no place for it: the way in asks once more.
    if (answer.ok && answer.value !== null) setSecret(noSecret)
    setWasCancelled(answer.ok && answer.value === null)
    if (!answer.ok && answer.error.code === 'private-notes-locked') setAsideAsked(true)
  }
  return {
    secret,
    type: (next: Secret) => {
      forget()
      setWasCancelled(false)
      setSecret(next)
    },
    /** Whether it has to be agreed to that private notes do not come along. */
    isAsideAsked,
    maySetAside,
    setMaySetAside,
    restore: () => void restore(),
    isBusy,
    /** How far it is; null while nothing is told yet. */
    running,
    failure,
    wasCancelled,
    restored,
  }
}

export type RestoreAct = ReturnType<typeof useRestore>
