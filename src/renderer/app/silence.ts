import type { BackupState } from '../../shared/ipc/backup-calls.ts'

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** What happens when nobody has touched the window for so long. */
export interface SilenceStep {
  readonly afterMs: number
  /** `isStill` tells later whether it is the same silence yet. */
  readonly act: (isStill: () => boolean) => void
}

export interface SilenceWatch {
  /** Somebody is there, though nothing was touched: the silence begins anew. */
  readonly restart: () => void
  readonly end: () => void
}

/** Waits for a silence: no key, no click, no wheel and no move of the pointer. Every sign of life begins it anew. */
export function watchSilence(
  steps: readonly SilenceStep[],
  onLife: () => void = () => undefined,
): SilenceWatch {
  let silence = 0
  const begin = () => {
    silence += 1
    const own = silence
    return steps.map(({ afterMs, act }) => setTimeout(act, afterMs, () => own === silence))
  }
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
  }
  let timers = begin()
  const restart = () => {
    stop()
    timers = begin()
  }
  const live = () => {
    restart()
    onLife()
  }
  for (const sign of signsOfLife) window.addEventListener(sign, live, { capture: true, passive: true })
  return {
    restart,
    end() {
      silence += 1
      stop()
      for (const sign of signsOfLife) window.removeEventListener(sign, live, { capture: true })
    },
  }
}

/** Whether what is told of a backup is work that keeps the vault open. A drive that answers late is told of too, and nobody works then. */
export function isBackupWork({ stage }: BackupState): boolean {
  return stage === 'running'
}
