import { useEffect } from 'react'
import { preferencesSchema, type Preferences } from '../../shared/ipc/preference-calls.ts'
import { useRead } from './api.ts'
import { leaveToNextPage, leftByLastPage } from './next-page.ts'

type Theme = Preferences['theme']

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

export function applyTheme(theme: Theme): void {
  const evening = theme === 'evening' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset['theme'] = evening ? 'evening' : 'day'
}

/** What is to be shown before it can be asked what was chosen: as the page before had it. */
export function themeToBeginWith(): Theme {
  return preferencesSchema.shape.theme.safeParse(leftByLastPage('theme')).data ?? 'system'
}

/** Keeps the window in the theme that was chosen, and in the computer's where none was. */
export function useAppliedTheme(): void {
  const preferences = useRead('preferences.read', {})
  const chosen = preferences.status === 'ready' ? preferences.value.theme : null
  useTheme(chosen ?? themeToBeginWith())
  useEffect(() => {
    if (chosen !== null) leaveToNextPage('theme', chosen)
  }, [chosen])
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
