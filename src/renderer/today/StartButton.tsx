import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'

interface StartButtonProps {
  readonly onPress: () => void
  readonly children: ReactNode
}

/** The one thing that Today is opened for: Enter does it on arrival. */
export function StartButton({ onPress, children }: StartButtonProps) {
  const button = useFocusOnArrival<HTMLButtonElement>()
  return (
    <Button ref={button} look="primary" size="large" keys="Enter" onPress={onPress}>
      {children}
    </Button>
  )
}
