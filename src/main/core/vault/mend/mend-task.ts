import type { MendStep } from '../../../../shared/ipc/mend-calls.ts'

/** What reading a damaged vault is given: a way to say how far it is, and to hear that it is to end. */
export interface MendTask {
  tell(step: MendStep, done: number, total: number): void
  /** Lets others come to their turn. Throws `Cancelled` when the work is to end. */
  pause(): Promise<void>
}
