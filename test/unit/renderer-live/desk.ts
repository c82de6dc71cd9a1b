import type { Desk } from '../../../src/renderer/live/handle-key.ts'
import { liveActions } from '../../../src/renderer/live/live-actions.ts'
import { createPickedSeats } from '../../../src/renderer/live/picked-seats.ts'
import { seatPeople } from '../../../src/renderer/live/seated.ts'
import { viewAtFirst, type LiveView } from '../../../src/renderer/live/use-live-view.ts'
import type { PaletteAction } from '../../../src/renderer/palette/palette-action.ts'
import { sessionIdSchema } from '../../../src/shared/ids.ts'
import type { Command } from '../../../src/shared/session/commands.ts'
import type { Run } from '../session/run.ts'
import { roster } from './people.ts'

/** A desk whose commands and changes of the view are written down. */
export interface WrittenDesk extends Desk {
  readonly commands: Command[]
  readonly changes: Partial<LiveView>[]
}

export function deskOf({ state }: Run, view: Partial<LiveView> = {}): WrittenDesk {
  const commands: Command[] = []
  const changes: Partial<LiveView>[] = []
  const picked = createPickedSeats()
  const shown = { ...viewAtFirst, ...view }
  const { isConcealed } = shown
  const act: Desk['live']['act'] = (wanted) => {
    const command = typeof wanted === 'function' ? wanted(state) : wanted
    if (command !== null) commands.push(command)
  }
  return {
    commands,
    changes,
    view: shown,
    change: (change) => void changes.push(typeof change === 'function' ? change(shown) : change),
    run: () => void changes.push({ hint: 'the large button' }),
    goToCircle: () => undefined,
    toggleConceal: () => undefined,
    toggleRoom: () => undefined,
    live: {
      sessionId: sessionIdSchema.parse('00000000-0000-4000-8000-000000000001'),
      state,
      recordNotes: new Map(),
      roster,
      seated: seatPeople(state, roster, isConcealed),
      seatPlaces: [],
      order: state.people.map(({ personId }) => personId),
      zone: 'UTC',
      showsSeconds: true,
      isConcealed,
      act,
      picked,
      tapSeat: (selectedId) => picked.pick({ selectedId }),
      openMenu: (menuId) => picked.pick({ menuId }),
    },
  }
}

const ways = { lock: () => undefined, leave: () => undefined }

export function actionsOf(run: Run, view: Partial<LiveView> = {}): PaletteAction[] {
  return liveActions(deskOf(run, view), ways)
}

function find(actions: readonly PaletteAction[], name: string): PaletteAction {
  const found = actions.find((action) => action.name === name)
  if (found === undefined) throw new Error(`no action is called ${name}`)
  return found
}

/** Chooses an action by its name, and the one after it where one more choice is to be made. */
export function choose(desk: Desk, name: string, then?: string): void {
  const first = find(liveActions(desk, ways), name)
  const last = 'choices' in first ? find(first.choices, then ?? '') : first
  if ('run' in last) last.run()
}
