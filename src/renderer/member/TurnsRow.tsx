import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { MemberSession } from '../../shared/ipc/member-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { Line, Signs } from '../plots/Line.tsx'
import { PlotRow } from '../plots/PlotRow.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MemberWindow } from '../../shared/member-review/member-window.ts'
import styles from './TurnsRow.module.css'
import { turnsModel, type watchedGroups } from '../../shared/member-review/turns-plot.ts'

type Watched = ReturnType<typeof watchedGroups>[number]

interface TurnsRowProps {
  readonly roster: Roster
  readonly sessions: readonly MemberSession[]
  /** At least one. */
  readonly watched: readonly Watched[]
  readonly window: MemberWindow
  readonly onChoose: (key: string) => void
}

/** How much they took part in one group, beside their own usual: groups differ too much to be one line. */
export function TurnsRow({ roster, sessions, watched, window, onChoose }: TurnsRowProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = watched.find((one) => keyOf(one) === chosen) ?? watched[0]
  const model = useMemo(
    () => (shown === undefined ? null : turnsModel(sessions, shown, window)),
    [sessions, shown, window],
  )
  if (model === null || shown === undefined) return null
  const nameOf = (one: Watched) =>
    roster.groups.find(({ id }) => id === one.groupId)?.name ?? 'a former group'
  const entries = watched.map((one) => ({
    id: keyOf(one),
    name: one.observation === 'floor' ? nameOf(one) : `${nameOf(one)}, asked every five minutes`,
    onChoose: () => setChosen(keyOf(one)),
  }))
  return (
    <PlotRow
      {...model}
      title={model.observation === 'floor' ? 'Turns taken' : 'Times heard'}
      note={
        <>
          in <bdi>{nameOf(shown)}</bdi>
          {entries.length < 2 ? null : (
            <Menu
              label="Group whose turns are shown"
              trigger={
                <Button
                  look="plain"
                  size="small"
                  icon={ChevronDown}
                  className={styles['choice'] ?? ''}
                  aria-label="Choose another group"
                />
              }
              entries={entries}
            />
          )}
          <span className={styles['beside']}>beside their own usual</span>
        </>
      }
      height={104}
      headroom={14}
      onChoose={onChoose}
      chooseWords="opens the session"
    >
      <Line points={model.points} band={model.band} />
      <Signs signs={model.ears} />
    </PlotRow>
  )
}

function keyOf({ groupId, observation }: Watched): string {
  return `${groupId} ${observation}`
}
