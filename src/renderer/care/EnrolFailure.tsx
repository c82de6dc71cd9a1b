import type { Failure } from '../../shared/ipc/failure.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'

interface EnrolFailureProps {
  readonly failure: Failure | null
  /** Takes them into the closed group: the decision that it asks for. */
  readonly onTakeIn: () => void
}

/** Why somebody could not come into a group; where it is closed, the way to decide it. */
export function EnrolFailure({ failure, onTakeIn }: EnrolFailureProps) {
  if (failure?.code !== 'group-closed') return <FailureNotice failure={failure} />
  return (
    <FailureNotice
      failure={failure}
      actions={
        <Button size="small" onPress={onTakeIn}>
          Take them in all the same
        </Button>
      }
    />
  )
}
