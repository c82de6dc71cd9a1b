import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

interface DoneWordsProps {
  readonly children: ReactNode
  readonly onClose: () => void
}

/** What was done, spoken as it comes; the button that asked for it is gone. */
export function DoneWords({ children, onClose }: DoneWordsProps) {
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <>
      <output>{children}</output>
      <div>
        <Button ref={close} look="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </>
  )
}
