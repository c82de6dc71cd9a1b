import { useEffect, useEffectEvent } from 'react'
import { useRead } from '../app/api.ts'
import { watchSilence } from '../app/silence.ts'
import { isOpeningDisplay } from '../room/use-room-display.ts'

/** Calls when the person may have turned away: on losing the focus, and after a while without input, as it is set. */
export function useLeaving(onLeave: () => void): void {
  const preferences = useRead('preferences.read', {})
  const isReady = preferences.status === 'ready'
  const onBlur = isReady && preferences.value.concealsOnBlur
  const afterSeconds = isReady ? preferences.value.concealsAfterSeconds : null
  const leave = useEffectEvent(() => {
    if (!isOpeningDisplay()) onLeave()
  })
  useEffect(() => (onBlur ? listenForBlur(() => leave()) : undefined), [onBlur])
  useEffect(
    () =>
      afterSeconds === null
        ? undefined
        : watchSilence([{ afterMs: afterSeconds * 1_000, act: () => leave() }]).end,
    [afterSeconds],
  )
}

function listenForBlur(leave: () => void): () => void {
  const leaveIfHidden = () => {
    if (document.visibilityState === 'hidden') leave()
  }
  window.addEventListener('blur', leave)
  document.addEventListener('visibilitychange', leaveIfHidden)
  return () => {
    window.removeEventListener('blur', leave)
    document.removeEventListener('visibilitychange', leaveIfHidden)
  }
}
