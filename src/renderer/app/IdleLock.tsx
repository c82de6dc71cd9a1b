import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { call, usePush, useRead } from './api.ts'
import styles from './IdleLock.module.css'
import { useLock } from './lock.ts'
import { isBackupWork, watchSilence, type SilenceWatch } from './silence.ts'

/** Long enough to read it, to reach for a key, and for somebody who is slow at either. */
const warnedMs = 30_000

/**
 * Locks what nobody has touched for as long as the settings say, and says so before. A session that runs is never locked by
 * this: the room is looked at, not the laptop. Work that takes long keeps it open too.
 */
export function IdleLock() {
  const preferences = useRead('preferences.read', {})
  const afterMs = preferences.status === 'ready' ? preferences.value.locksAfterMinutes * 60_000 : null
  const lock = useLock()
  const [isNear, setNear] = useState(false)
  const watch = useRef<SilenceWatch | null>(null)
  const warn = useEffectEvent(async () => {
    if (await isSessionOn()) watch.current?.restart()
    else setNear(true)
  })
  const lockNow = useEffectEvent(() => {
    if (isNear) lock()
  })
  useEffect(() => {
    if (afterMs === null) return undefined
    const steps = [
      { afterMs: afterMs - warnedMs, act: () => void warn() },
      { afterMs, act: () => lockNow() },
    ]
    watch.current = watchSilence(steps, () => setNear(false))
    return () => watch.current?.end()
  }, [afterMs])
  const isAtWork = () => {
    watch.current?.restart()
    setNear(false)
  }
  usePush('import.changed', isAtWork)
  usePush('review.rebuild-changed', isAtWork)
  usePush('export.progress', isAtWork)
  usePush('backups.changed', (state) => {
    if (isBackupWork(state)) isAtWork()
  })
  usePush('keys.renewal-changed', isAtWork)
  if (!isNear) return null
  return (
    <div className={styles['place']}>
      <Notice tone="amber" announce="assertive" title="The vault locks in half a minute">
        Nobody has touched the console for a while. Press any key, or move the pointer, to stay.
      </Notice>
    </div>
  )
}

async function isSessionOn(): Promise<boolean> {
  const sessions = await call('session.current', {})
  return sessions.ok && sessions.value.some(({ stage }) => stage === 'running' || stage === 'paused')
}
