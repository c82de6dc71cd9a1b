import { useEffect } from 'react'
import { call } from './api.ts'

/** The event comes before the clipboard has it. */
const settledMs = 100

/** Tells main that something was copied here, and not what: main takes it from the clipboard again. */
export function useCopiesTold(): void {
  useEffect(() => {
    const tell = () => setTimeout(() => void call('system.copied', {}), settledMs)
    document.addEventListener('copy', tell)
    document.addEventListener('cut', tell)
    return () => {
      document.removeEventListener('copy', tell)
      document.removeEventListener('cut', tell)
    }
  }, [])
}
