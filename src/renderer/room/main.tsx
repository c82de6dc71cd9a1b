import '@fontsource-variable/inter/opsz.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from '../app/theme.ts'
import { RoomScreen } from './RoomScreen.tsx'

applyTheme('system')

const root = document.getElementById('root')
if (root === null) throw new Error('room.html has no root')
const sayNothing = () => undefined
createRoot(root, { onCaughtError: sayNothing, onUncaughtError: sayNothing }).render(
  <StrictMode>
    <RoomScreen />
  </StrictMode>,
)
