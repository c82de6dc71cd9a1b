import { Dialog } from '../ui/Dialog.tsx'
import { RevealForm } from './RevealForm.tsx'
import type { Conceal } from './use-conceal.ts'

/** Asks for the PIN or the passphrase over a screen that stays concealed behind it. */
export function RevealDialog({ conceal }: { readonly conceal: Conceal }) {
  if (!conceal.isAsking) return null
  return (
    <Dialog title="Concealed" isOpen onClose={conceal.stopAsking}>
      <RevealForm onRevealed={conceal.reveal} />
    </Dialog>
  )
}
