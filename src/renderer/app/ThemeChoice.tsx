import { Monitor, Moon, Sun } from 'lucide-react'
import { useAct, useRead } from './api.ts'
import { Segments } from '../ui/Segments.tsx'

const themes = [
  { id: 'system', name: 'As this computer', icon: Monitor },
  { id: 'day', name: 'Day', icon: Sun },
  { id: 'evening', name: 'Evening', icon: Moon },
] as const

/** Day or evening colours, or whichever the computer is set to. */
export function ThemeChoice({ showsNames = false }: { readonly showsNames?: boolean }) {
  const preferences = useRead('preferences.read', {})
  const { act } = useAct()
  if (preferences.status !== 'ready') return null
  return (
    <Segments
      label="Colours"
      options={themes}
      selected={preferences.value.theme}
      showsNames={showsNames}
      onSelect={(theme) => void act('preferences.change', { theme })}
    />
  )
}
