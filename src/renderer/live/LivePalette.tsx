import { useLock, whenSaved } from '../app/lock.ts'
import { usePlace } from '../app/navigation.tsx'
import { Palette } from '../palette/Palette.tsx'
import type { Desk } from './handle-key.ts'
import { liveActions } from './live-actions.ts'

/** Live's actions by their names. Concealed, people are in it as their seats. */
export function LivePalette({ desk }: { readonly desk: Desk }) {
  const lock = useLock()
  const { go } = usePlace()
  return (
    <Palette
      isOpen={desk.view.sheet === 'palette'}
      onClose={() => desk.change({ sheet: null })}
      actions={() => liveActions(desk, { lock, leave: () => void whenSaved(() => go({ name: 'today' })) })}
    />
  )
}
