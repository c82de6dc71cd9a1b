import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Place } from '../app/navigation.tsx'
import type { Role } from '../reviewer/role.tsx'
import type { PaletteAction } from './palette-action.ts'

interface Sources {
  readonly groups: Roster['groups']
  readonly sessions: readonly SessionSummary[]
  readonly go: (place: Place) => void
  readonly lock: () => void
  readonly backUp: () => void
}

/** What whoever has the vault open can do from everywhere outside of a running session. */
export function actionsFor(role: Role, sources: Sources): PaletteAction[] {
  return role === 'author' ? placeActions(sources) : reviewActions(sources)
}

function reviewActions({ go, lock }: Sources): PaletteAction[] {
  const to = (id: string, name: string, place: Place): PaletteAction => ({ id, name, run: () => go(place) })
  return [
    to('today', 'Today', { name: 'today' }),
    to('sessions', 'Sessions', { name: 'sessions' }),
    to('groups', 'Groups & members', { name: 'groups' }),
    to('vault', 'Vault & privacy', { name: 'vault' }),
    to('access', 'Who looked', { name: 'access' }),
    to('privacy', 'What has left this machine', { name: 'privacy' }),
    { id: 'lock', name: 'Lock', keys: ['Ctrl', 'L'], run: lock },
  ]
}

/** What can be done from everywhere outside of a running session: ways to go, and sessions to begin. */
export function placeActions({ groups, sessions, go, lock, backUp }: Sources): PaletteAction[] {
  const to = (id: string, name: string, place: Place): PaletteAction => ({ id, name, run: () => go(place) })
  const nameOf = (groupId: string) => groups.find(({ id }) => id === groupId)?.name ?? 'a group'
  return [
    ...sessions
      .filter(({ stage }) => stage === 'running' || stage === 'paused')
      .map(({ sessionId, groupId }) =>
        to(`live ${sessionId}`, `Go on with ${nameOf(groupId)}`, { name: 'live', sessionId }),
      ),
    to('today', 'Today', { name: 'today' }),
    to('sessions', 'Sessions', { name: 'sessions' }),
    to('groups', 'Groups & members', { name: 'groups' }),
    to('agendas', 'Agendas', { name: 'agendas' }),
    to('vault', 'Vault & privacy', { name: 'vault' }),
    to('disclosures', 'Disclosures', { name: 'disclosures' }),
    to('access', 'Who looked', { name: 'access' }),
    to('privacy', 'What has left this machine', { name: 'privacy' }),
    to('keeping', 'Keeping and erasing', { name: 'keeping' }),
    to('keys', 'Passphrase and recovery code', { name: 'keys' }),
    to('private search', 'Search your private notes', { name: 'private-search' }),
    to('settings', 'Settings', { name: 'settings' }),
    ...groups.flatMap(({ id: groupId, name }) => [
      to(`start ${groupId}`, `Start a session with ${name}`, { name: 'today', startGroupId: groupId }),
      to(`group ${groupId}`, `Members of ${name}`, { name: 'groups', groupId }),
      to(`agenda ${groupId}`, `Agenda of ${name}`, { name: 'agendas', groupId }),
    ]),
    to('new group', 'New group', { name: 'groups', isNew: true }),
    { id: 'back up', name: 'Back up now', hint: 'backups', run: backUp },
    { id: 'lock', name: 'Lock', keys: ['Ctrl', 'L'], run: lock },
  ]
}
