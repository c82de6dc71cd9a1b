import { ArrowLeft } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import styles from './BackButton.module.css'
import { usePlace, type Place } from './navigation.tsx'

interface BackButtonProps {
  readonly to: Place
  /** What that place is called. */
  readonly children: string
}

/** The way back, above a page's title. */
export function BackButton({ to, children }: BackButtonProps) {
  const { go } = usePlace()
  return (
    <Button
      look="plain"
      size="small"
      icon={ArrowLeft}
      className={styles['back'] ?? ''}
      onPress={() => go(to)}
    >
      {children}
    </Button>
  )
}
