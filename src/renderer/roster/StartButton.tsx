import type { Group } from '../../shared/roster/group.ts'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'

/** Goes on with the group's running session, or to Today, which asks what a new one needs. */
export function StartButton({ group }: { readonly group: Group }) {
  const { go } = usePlace()
  const sessions = useRead('session.current', {})
  const running =
    sessions.status === 'ready'
      ? sessions.value.find(
          ({ groupId, stage }) => groupId === group.id && (stage === 'running' || stage === 'paused'),
        )
      : undefined
  if (running !== undefined) {
    return (
      <Button look="primary" size="large" onPress={() => go({ name: 'live', sessionId: running.sessionId })}>
        Go on with the running session
      </Button>
    )
  }
  return (
    <Button
      look="primary"
      size="large"
      isDisabled={group.memberIds.length === 0}
      onPress={() => go({ name: 'today', startGroupId: group.id })}
    >
      Start a session with this group
    </Button>
  )
}
