import { Eye, EyeOff } from 'lucide-react'
import { Button } from '../ui/Button.tsx'

interface ConcealButtonProps {
  readonly isConcealed: boolean
  readonly className?: string
  readonly onPress: () => void
}

/** Stands in the header of every screen that can be concealed. */
export function ConcealButton({ isConcealed, className = '', onPress }: ConcealButtonProps) {
  return (
    <Button
      look="plain"
      icon={isConcealed ? Eye : EyeOff}
      keys="Esc"
      aria-keyshortcuts="Escape Shift+Escape"
      aria-pressed={isConcealed}
      className={className}
      onPress={onPress}
    >
      {isConcealed ? 'Reveal' : 'Conceal'}
    </Button>
  )
}
