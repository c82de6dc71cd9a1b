import type { Preferences } from '../../../shared/ipc/preference-calls.ts'
import {
  courseWithoutNames,
  roomView,
  roomViewSchema,
  type RoomView,
} from '../../../shared/room/room-view.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import { askedGapMs } from '../../../shared/session/apply-gap.ts'
import { followAgenda, type Course } from '../../../shared/session/course.ts'
import { elapsedBetween, type Stamp } from '../../../shared/session/stamp.ts'
import type { Clock } from '../clock.ts'
import type { Push } from '../push.ts'
import type { RunningSession, WatchedSession } from '../session/watched.ts'

/**
 * The session that goes on behind a locked vault. Of it nothing is kept but its id, its place on the agenda without a
 * name, and the hash at the end of its log: enough for the clock on the locked screen, and to say afterwards what ran out.
 */
export interface Watch {
  /** Begins when the vault is locked, after the log's last sign of life. `people`: whom no phase may name. */
  begin(running: RunningSession, people: readonly Nameable[]): void
  /** What was seen up to now; null when nothing is watched. */
  seen(): WatchedSession | null
  /** To be called when its author is back and what was seen is in the log. */
  end(): void
  /** Null when nothing is watched. */
  view(): RoomView | null
  /** To be called every few seconds: notes that the console is awake, and tells the windows where the session is. */
  beat(): void
  /** What another process needs to go on with it; null when nothing is watched. */
  handOver(): Watching | null
}

export interface Watching {
  readonly from: Omit<WatchedSession, 'watchedMs' | 'ranOut'>
  readonly course: Course
  readonly unseenMs: number
  readonly lastSeen: Stamp
}

interface Sources {
  readonly clock: Clock
  readonly push: Push
  readonly readTheme: () => Preferences['theme']
}

/** `before`: what another process watched until now. */
export function createWatch({ clock, push, readTheme }: Sources, before: Watching | null = null): Watch {
  let watching = before

  function view(): RoomView | null {
    if (watching === null) return null
    const { course } = followAgenda(watching.course, elapsedBetween(watching.from.sinceStamp, clock.read()))
    return roomViewSchema.parse(roomView(course, readTheme()))
  }

  function tell(): void {
    const seen = view()
    push('watch.changed', { view: seen })
    if (seen !== null) push('room.changed', seen)
  }

  return {
    view,
    begin({ sessionId, state, headHash }, people) {
      const sinceStamp = state.stamp ?? clock.read()
      const from = { sessionId, headHash, sinceStamp }
      watching = { from, course: courseWithoutNames(state, people), unseenMs: 0, lastSeen: sinceStamp }
      tell()
    },
    seen() {
      if (watching === null) return null
      const now = clock.read()
      const { from, course, unseenMs } = lookAgain(watching, now)
      const passedMs = elapsedBetween(from.sinceStamp, now)
      return { ...from, watchedMs: passedMs - unseenMs, ranOut: followAgenda(course, passedMs).ranOut }
    },
    end() {
      if (watching === null) return
      watching = null
      tell()
    },
    beat() {
      if (watching === null) return
      watching = lookAgain(watching, clock.read())
      tell()
    },
    handOver: () => watching,
  }
}

// A computer that sleeps keeps no time between two beats; on every system that is how it shows.
function lookAgain(watching: Watching, now: Stamp): Watching {
  const sinceMs = elapsedBetween(watching.lastSeen, now)
  const unseenMs = watching.unseenMs + (sinceMs < askedGapMs ? 0 : sinceMs)
  return { ...watching, unseenMs, lastSeen: now }
}
