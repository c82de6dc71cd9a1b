import { useState } from 'react'
import type { MendProgress, MendReport } from '../../shared/ipc/mend-calls.ts'
import { useAct, usePush } from '../app/api.ts'
import { forgetDamage } from './damage-told.ts'

/** What opens the vault. */
export interface Secret {
  readonly kind: 'passphrase' | 'recovery'
  readonly text: string
}

const noSecret: Secret = { kind: 'passphrase', text: '' }

/** Saving what can be read, from what is typed to what is in the vault’s place. */
export function useMend() {
  const { act, isBusy, failure, forget } = useAct()
  const [secret, setSecret] = useState(noSecret)
  const [isLooking, setIsLooking] = useState(false)
  const [progress, setProgress] = useState<MendProgress | null>(null)
  const [report, setReport] = useState<MendReport | null>(null)
  const [setAsideAs, setSetAsideAs] = useState<string | null>(null)
  const [wasCancelled, setWasCancelled] = useState(false)
  usePush('mend.changed', setProgress)
  const look = async () => {
    setIsLooking(true)
    setProgress(null)
    setWasCancelled(false)
    const answer = await act('mend.look', { kind: secret.kind, secret: secret.text })
    setIsLooking(false)
    setReport(answer.ok ? answer.value : null)
    setWasCancelled(answer.ok && answer.value === null)
    // What comes after needs it no more, and may stand on the screen for long.
    if (answer.ok && answer.value !== null) setSecret(noSecret)
  }
  const take = async (token: string) => {
    const answer = await act('mend.take', { token })
    if (answer.ok) {
      forgetDamage()
      setSetAsideAs(answer.value.setAsideAs)
    }
    // What was put together belongs to what was there then: it is looked at once more.
    else if (answer.error.code === 'not-found') setReport(null)
  }
  return {
    secret,
    type: (next: Secret) => {
      forget()
      setWasCancelled(false)
      setSecret(next)
    },
    look,
    isLooking,
    /** How far it is; null while nothing is told yet. */
    progress,
    wasCancelled,
    report,
    take,
    /** The folder that the damaged vault stands in; null until another one has its place. */
    setAsideAs,
    isBusy,
    failure,
    leave: () => act('mend.leave', {}),
  }
}

export type MendAct = ReturnType<typeof useMend>
