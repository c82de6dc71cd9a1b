import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Backups } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { readAgain, useAct, useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { PagePart } from '../app/PagePart.tsx'
import { Button } from '../ui/Button.tsx'
import { countedBackups, isAway, lastBackup, neverBackedUp, nextWords, vainWords } from './backup-words.ts'
import { BackupEnd } from './BackupEnd.tsx'
import { BackupFolder } from './BackupFolder.tsx'
import { BackupGone } from './BackupGone.tsx'
import { BackupList } from './BackupList.tsx'
import { focusIfLost } from '../ui/focus-if-lost.ts'
import styles from './BackupPart.module.css'
import { BackupRunning } from './BackupRunning.tsx'
import { KeptLine } from './KeptLine.tsx'
import { LastBackup } from './LastBackup.tsx'
import { useFreshBackups } from './use-backups.ts'

/** Would what is here survive the loss of this computer? The last backup, what is kept, what comes next. */
export function BackupPart() {
  useFreshBackups()
  const backups = useRead('backups.read', {})
  const now = useNow(60_000)
  if (backups.status === 'reading' || now === null) return null
  return (
    <PagePart title="Backups">
      <div className={styles['part']}>
        {backups.status === 'failed' ? (
          <FailureNotice failure={backups.failure} onRetry={backups.retry} />
        ) : (
          <Standing backups={backups.value} now={now} />
        )}
      </div>
    </PagePart>
  )
}

interface StandingProps {
  readonly backups: Backups
  readonly now: Stamp
}

function Standing({ backups, now }: StandingProps) {
  const { folderName, schedule, state } = backups
  const { make, isBusy, failure, isByHand, vainCount } = useMakeByHand()
  const { go } = usePlace()
  const isRunning = state.stage === 'running'
  const kept = countedBackups(backups)
  const newest = lastBackup(kept, now)
  return (
    <>
      <div className={styles['top']}>
        <LastBackup backups={backups} now={now} />
        <div className={styles['acts']}>
          {folderName === null || isRunning ? null : (
            <BackUpNow isBusy={isBusy} takesFocus={isByHand} onPress={() => void make()} />
          )}
          {newest === undefined || isRunning ? null : (
            <Button
              size="large"
              look="plain"
              onPress={() => go({ name: 'backup-trial', backupId: newest.backupId })}
            >
              Try it out
            </Button>
          )}
        </div>
      </div>
      {isRunning ? (
        <BackupRunning state={state} takesFocus={isByHand} />
      ) : (
        <>
          <BackupGone backups={backups} now={now} />
          <BackupEnd backups={backups} failure={failure} now={now} />
        </>
      )}
      {isRunning ? null : (
        // It is there before its words are, or nobody would hear them.
        <output className={styles['end']}>
          {vainWords(backups, { count: vainCount, isAsking: isBusy })}
        </output>
      )}
      {newest === undefined ? null : (
        <KeptLine backups={kept} hasNext={folderName !== null && schedule !== 'off'} now={now} />
      )}
      <BackupFolder backups={backups} />
      <p className={styles['words']}>
        {folderName === null ? null : nextWords(backups, now)} <PrivateWords />
      </p>
      <BackupList backups={backups} now={now} isBusy={isRunning} />
    </>
  )
}

/** Makes a backup when somebody asks for it, and counts how often the folder was away then, one time after the other. */
function useMakeByHand() {
  const { act, isBusy, failure } = useAct()
  const queries = useQueryClient()
  const [isByHand, setByHand] = useState(false)
  const [vainCount, setVainCount] = useState(0)
  const make = async () => {
    setByHand(true)
    const made = await act('backups.make', {})
    const isVain = !made.ok && isAway(made.error.code)
    // The page may have seen the folder before it went away.
    if (isVain) await readAgain(queries, 'backups.make')
    setVainCount((count) => (isVain ? count + 1 : 0))
  }
  return { make, isBusy, failure, isByHand, vainCount }
}

interface BackUpNowProps {
  readonly isBusy: boolean
  /** It was pressed before, and is back. */
  readonly takesFocus: boolean
  readonly onPress: () => void
}

function BackUpNow({ isBusy, takesFocus, onPress }: BackUpNowProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) focusIfLost(button.current)
  }, [takesFocus])
  return (
    <Button ref={button} size="large" isDisabled={isBusy} onPress={onPress}>
      Back up now
    </Button>
  )
}

function PrivateWords() {
  return <span className={styles['private']}>{neverBackedUp}</span>
}
