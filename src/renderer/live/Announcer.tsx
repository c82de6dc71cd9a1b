import { Announced } from '../ui/Announced.tsx'
import { ClosingAnnouncer } from './agenda/ClosingAnnouncer.tsx'
import { announcement } from './announcement.ts'
import { useLive } from './live-context.ts'

/** Says the steps of the session to those who hear it, and waits for its turn to speak. */
export function Announcer() {
  const { state, zone } = useLive()
  return (
    <Announced>
      <output>{announcement(state, zone)}</output>
      <ClosingAnnouncer />
    </Announced>
  )
}
