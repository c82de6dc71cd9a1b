import { Activity, useState, type ReactNode } from 'react'
import { MendContext } from './mend-context.ts'
import { MendScreen } from './MendScreen.tsx'

/** Around what a window shows while no vault is open: from there one sees what can be read of a damaged vault. */
export function MendGate({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const [mendedCount, setMendedCount] = useState(0)
  // What stood behind it was said of the vault that was here before.
  const beginAnew = () => {
    setIsOpen(false)
    setMendedCount((count) => count + 1)
  }
  return (
    <>
      <Activity key={mendedCount} mode={isOpen ? 'hidden' : 'visible'}>
        <MendContext value={() => setIsOpen(true)}>{children}</MendContext>
      </Activity>
      {isOpen ? <MendScreen onLeave={() => setIsOpen(false)} onUnlock={beginAnew} /> : null}
    </>
  )
}
