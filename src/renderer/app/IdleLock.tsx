import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRole } from '../reviewer/role.tsx'
import { Notice } from '../ui/Notice.tsx'
import { call, usePush, useRead } from './api.ts'
import styles from './IdleLock.module.css'
import { useLockUnasked } from './lock.ts'
import { isBackupWork, watchSilence, type SilenceStep, type SilenceWatch } from './silence.ts'

/** Long enough to read it, to reach for a key, and for somebody who is slow at either. */
const warnedMs = 30_000

/**
 * Locks what nobody has touched for as long as the settings say, and says so before. A session that runs is never locked by
 * this, with its names concealed or not: the room is looked at, not the laptop. Work that takes long keeps it open too.
 */
export function IdleLock() {
  const preferences = useRead('preferences.read', {})
  const afterMs = preferences.status === 'ready' ? preferences.value.locksAfterMinutes * 60_000 : null
  const isAuthor = useRole() === 'author'
  const lock = useLockUnasked()
  const [isNear, setNear] = useState(false)
  const watch = useRef<SilenceWatch | null>(null)
  // The core may be long in answering. What it says counts for the silence that it was asked in, and then however late it is.
  const asked = useEffectEvent(async (isStill: () => boolean, goOn: () => void) => {
    const isOn = isAuthor && (await isSessionOn())
    if (!isStill()) return
    if (isOn) watch.current?.restart()
    else goOn()
  })
  const lockNow = useEffectEvent(() => lock())
  useEffect(() => {
    if (afterMs === null) return undefined
    const steps: readonly SilenceStep[] = [
      { afterMs: afterMs - warnedMs, act: (isStill) => void asked(isStill, () => setNear(true)) },
      { afterMs, act: (isStill) => void asked(isStill, () => lockNow()) },
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

// What the room sees of a session names nobody, and is answered while the names are concealed.
async function isSessionOn(): Promise<boolean> {
  const room = await call('room.read', {})
  return room.ok && room.value.stage !== 'before' && room.value.stage !== 'after'
}
