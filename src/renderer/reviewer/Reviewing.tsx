import { Frame } from '../app/Frame.tsx'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import { IdleLock } from '../app/IdleLock.tsx'
import { useLockKey } from '../app/lock-key.ts'
import { usePlace } from '../app/navigation.tsx'
import { AppPalette } from '../palette/AppPalette.tsx'
import { ReviewPlace } from './ReviewPlace.tsx'

/** The console as a reviewer has it: what is on record, and no way to a running session or to anything private. */
export function Reviewing() {
  const { place } = usePlace()
  useLockKey()
  return (
    <Frame>
      <ErrorBoundary key={place.name} isWhole={false}>
        <ReviewPlace place={place} />
      </ErrorBoundary>
      <AppPalette />
      <IdleLock />
    </Frame>
  )
}
