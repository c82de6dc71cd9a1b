import { useEffect } from 'react'
import { call } from './api.ts'

/**
 * Tells main that something was copied here, and not what: main takes it from the clipboard again. At once, since the next lock
 * ends this page.
 */
export function useCopiesTold(): void {
  useEffect(() => {
    const tell = () => void call('system.copied', {})
    document.addEventListener('copy', tell)
    document.addEventListener('cut', tell)
    return () => {
      document.removeEventListener('copy', tell)
      document.removeEventListener('cut', tell)
    }
  }, [])
}
