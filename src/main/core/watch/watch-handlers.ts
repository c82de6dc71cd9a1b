import type { watchCalls } from '../../../shared/ipc/watch-calls.ts'
import { succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { Watch } from './watch.ts'

export function watchHandlers(watch: Watch): Handlers<keyof typeof watchCalls> {
  return {
    'watch.read': () => {
      // A window that asks shows that the console is awake.
      watch.beat()
      return succeed(watch.view())
    },
  }
}
