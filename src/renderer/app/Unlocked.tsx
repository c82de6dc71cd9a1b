import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { useBackupPushes } from '../backup/use-backups.ts'
import { useImportPushes } from '../import/use-import.ts'
import { RenewalGate } from '../keys/RenewalGate.tsx'
import { LiveScreen } from '../live/LiveScreen.tsx'
import { AppPalette } from '../palette/AppPalette.tsx'
import { RebuildLine } from '../rebuild/RebuildLine.tsx'
import { readAgain, useAct, usePush } from './api.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { IdleLock } from './IdleLock.tsx'
import { useLockKey } from './lock-key.ts'
import { usePlace, type Place } from './navigation.tsx'
import { FramedPlace, isFramed, WholePlace } from './Places.tsx'

/** The console with an open vault. Live and Debrief fill the window; the rest sits in the frame. */
export function Unlocked() {
  const { place, aheadId } = usePlace()
  const queries = useQueryClient()
  usePush('session.appended', () => void readAgain(queries, 'session.act'))
  useImportPushes()
  useBackupPushes()
  useLockKey()
  useRoomOnLiveAlone(place)
  return (
    <>
      <RenewalGate>
        <Elsewhere place={place} />
        <OnLive place={place} aheadId={aheadId} />
      </RenewalGate>
      <IdleLock />
    </>
  )
}

interface OnLiveProps {
  readonly place: Place
  readonly aheadId: SessionId | null
}

/** Live, or the Live that is about to be gone to: out of sight until then, and without keys of its own. */
function OnLive({ place, aheadId }: OnLiveProps) {
  const sessionId = place.name === 'live' ? place.sessionId : aheadId
  if (sessionId === null) return null
  return (
    <ErrorBoundary key={sessionId}>
      <LiveScreen sessionId={sessionId} isShown={place.name === 'live'} />
    </ErrorBoundary>
  )
}

function Elsewhere({ place }: { readonly place: Place }) {
  if (place.name === 'live') return null
  if (isFramed(place)) {
    return (
      <Frame>
        <RebuildLine place={place.name} />
        <ErrorBoundary key={place.name} isWhole={false}>
          <FramedPlace place={place} />
        </ErrorBoundary>
        <AppPalette />
      </Frame>
    )
  }
  return (
    <ErrorBoundary key={place.name}>
      <WholePlace place={place} />
      <AppPalette />
    </ErrorBoundary>
  )
}

// What the room looks at belongs to the session that is being run.
function useRoomOnLiveAlone(place: Place): void {
  const { act } = useAct()
  useEffect(() => {
    if (place.name !== 'live') void act('display.close', {})
  }, [act, place.name])
}
