import type { BackupStep } from '../../../shared/ipc/backup-calls.ts'

/** What a long piece of work is given: a way to say how far it is, and to hear that it is to end. */
export interface Task {
  /** Throws `Cancelled` when the work is to end. To be called after everything that was waited for. */
  check(): void
  tell(step: BackupStep, doneBytes: number, totalBytes: number): void
}

/** Thrown by `check`, and met by whoever began the work. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}
