import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/source-serif-4'
import './ui/tokens.css'
import './ui/base.css'
import './app/cover.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { followCoreClock } from './app/core-clock.ts'
import { applyTheme, themeToBeginWith } from './app/theme.ts'

// Before the first paint, so that an evening window does not flash white.
applyTheme(themeToBeginWith())
followCoreClock()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
// React would write a caught error to the console, and its text may hold anybody's words. The error boundary speaks.
const sayNothing = () => undefined
createRoot(root, { onCaughtError: sayNothing, onUncaughtError: sayNothing }).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
