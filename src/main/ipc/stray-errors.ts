import type { EventEmitter } from 'node:events'
import { placeOf } from '../../shared/place-of.ts'
import type { Log } from './log.ts'

/**
 * Hears what is thrown in main past every answer, and tells where alone: Electron would show the error in a box of its own, and
 * write a promise that failed unheard to the terminal, and either may quote a text or a folder of the user's. Main goes on, as
 * it does after Electron's box: the core, which has the vault and the session, is another process. For once there is a
 * window: before that, whoever starts the console is to be told that it did not start.
 */
export function hearStrayErrors(main: Pick<EventEmitter, 'on'>, log: Log): void {
  const tell = (error: unknown) => log({ event: 'main-threw', at: placeOf(error) })
  main.on('uncaughtException', tell)
  main.on('unhandledRejection', tell)
}
