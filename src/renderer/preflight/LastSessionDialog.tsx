import { useRef } from 'react'
import { useLive } from '../live/live-context.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LastSession } from './LastSession.tsx'
import styles from './Preflight.module.css'

interface LastSessionDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The same once the session goes on: home practice is asked about in it. */
export function LastSessionDialog({ isOpen, onClose }: LastSessionDialogProps) {
  const { isConcealed } = useLive()
  const body = useRef<HTMLDivElement>(null)
  return (
    <Dialog title="Last session" isOpen={isOpen && !isConcealed} onClose={onClose}>
      <div ref={body} tabIndex={-1} className={styles['dialog']}>
        <LastSession onTakenUp={() => body.current?.focus({ preventScroll: true })} />
      </div>
    </Dialog>
  )
}
