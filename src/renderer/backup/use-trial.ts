import { useState } from 'react'
import type { BackupState, DrillFound, ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { useAct } from '../app/api.ts'
import type { RunningBackup } from './backup-words.ts'

interface Asking {
  readonly kind: 'asking'
  /** What kept the last try from an answer; null before the first, and after one that was cancelled. */
  readonly failure: Failure | null
  readonly wasCancelled: boolean
  /** Another backup is being made or tried out. */
  readonly isWaiting: boolean
}

export interface TrialEnd {
  readonly kind: 'found'
  readonly found: DrillFound
}

type Step = Asking | { readonly kind: 'running'; readonly running: RunningBackup | null } | TrialEnd

interface TrialOf {
  readonly backup: ListedBackup
  readonly state: BackupState
}

/** Trying a backup out, from the passphrase to what was found. */
export function useTrial({ backup, state }: TrialOf) {
  const { act, isBusy, failure, forget } = useAct()
  const [wasBegun, setWasBegun] = useState(false)
  const begin = async (authorPassphrase: string) => {
    const answer = await act('backups.drill', { backupId: backup.backupId, authorPassphrase })
    setWasBegun(answer.ok)
  }
  return {
    step: stepOf(state, { isBusy, wasBegun, failure }),
    begin: (passphrase: string) => void begin(passphrase),
    /** What went wrong is past once somebody types again. */
    forget: () => {
      forget()
      setWasBegun(false)
    },
  }
}

export type TrialAct = ReturnType<typeof useTrial>

interface Asked {
  readonly isBusy: boolean
  readonly wasBegun: boolean
  readonly failure: Failure | null
}

// How an earlier trial ended is still in the state: it counts for the one alone that was begun here.
function stepOf(state: BackupState, { isBusy, wasBegun, failure }: Asked): Step {
  const asking: Asking = { kind: 'asking', failure, wasCancelled: false, isWaiting: false }
  if (isBusy) return { kind: 'running', running: null }
  if (state.stage === 'running') {
    return state.work === 'drilling' ? { kind: 'running', running: state } : { ...asking, isWaiting: true }
  }
  if (!wasBegun || state.stage === 'idle' || state.work !== 'drilling') return asking
  switch (state.stage) {
    case 'cancelled':
      return { ...asking, wasCancelled: true }
    case 'failed':
      return { ...asking, failure: { code: state.code } }
    case 'done':
      return state.found === null ? asking : { kind: 'found', found: state.found }
  }
}
