import type { rebuildCalls } from '../../../shared/ipc/rebuild-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { RebuildJob } from './rebuild-job.ts'

export function rebuildHandlers(rebuild: RebuildJob): Handlers<keyof typeof rebuildCalls> {
  return {
    'review.rebuild-state': () => succeed(rebuild.state()),
    'review.rebuild'() {
      rebuild.start()
      return succeed(rebuild.state())
    },
    'review.cancel-rebuild'() {
      rebuild.cancel()
      return succeed(rebuild.state())
    },
  }
}
