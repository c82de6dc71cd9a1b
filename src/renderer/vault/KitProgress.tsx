import { EntryDial } from './EntryDial.tsx'

interface KitProgressProps {
  readonly rightCount: number
  /** How many there are to confirm. */
  readonly of: number
  readonly isLocking: boolean
}

/** How much of what was written down is confirmed. */
export function KitProgress({ rightCount, of, isLocking }: KitProgressProps) {
  if (isLocking)
    return <EntryDial fraction={0} isTravelling word="Locking" under="Slow on purpose: so is every guess" />
  const under = rightCount === of ? 'All as it should be' : 'confirmed'
  return <EntryDial fraction={rightCount / of} parts={of} word={`${rightCount} of ${of}`} under={under} />
}
