import { useEffect } from 'react'
import type { Preferences } from '../../shared/ipc/preference-calls.ts'
import { useRead } from './api.ts'

type Theme = Preferences['theme']

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

export function applyTheme(theme: Theme): void {
  const evening = theme === 'evening' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset['theme'] = evening ? 'evening' : 'day'
}

/** Keeps the window in the theme that was chosen, and in the computer's where none was. */
export function useAppliedTheme(): void {
  const preferences = useRead('preferences.read', {})
  useTheme(preferences.status === 'ready' ? preferences.value.theme : 'system')
}

/** Keeps the window in this theme, and follows the computer where that is the choice. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const apply = () => applyTheme(theme)
    apply()
    prefersDark.addEventListener('change', apply)
    return () => prefersDark.removeEventListener('change', apply)
  }, [theme])
}
