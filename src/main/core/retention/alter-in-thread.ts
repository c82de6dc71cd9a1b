import { Worker } from 'node:worker_threads'
import { succeed, type Result } from '../../../shared/result.ts'
import type { Altered, CopyToAlter } from '../vault/alter-copy.ts'
import type { VaultFailure } from '../vault/vault-failure.ts'
import type { Alteration, AlteringAnswer, AlteringTask, Taken } from './alteration.ts'

/** The thread's own file, as it stands in the sources. What is built says where it was built to. */
const asWritten = new URL('./altering-thread.ts', import.meta.url)

/**
 * Alters a copy in a thread of its own, and answers once that thread is gone, and with it what it had opened. The key that it
 * was given is zeroed then. Rejects with what is thrown there, which is a bug.
 */
export async function alterInThread(
  { path, into, key }: CopyToAlter,
  alteration: Alteration,
  onTaken: (taken: Taken) => void,
  threadPath: string | URL = asWritten,
): Promise<Altered> {
  const shared = new Uint8Array(new SharedArrayBuffer(key.length))
  shared.set(key)
  const task: AlteringTask = { copy: { path, into }, key: shared.buffer, alteration }
  try {
    const altered = await answerOf(new Worker(threadPath, { workerData: task }))
    if (!altered.ok) return altered
    onTaken(altered.value)
    return succeed(null)
  } finally {
    shared.fill(0)
  }
}

function answerOf(thread: Worker): Promise<Result<Taken, VaultFailure>> {
  return new Promise((resolve, reject) => {
    let answer: AlteringAnswer | null = null
    thread.once('message', (message: AlteringAnswer) => {
      answer = message
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      if (answer === null) reject(new Error('the thread that alters a copy ended without an answer'))
      else resolve(answer)
    })
  })
}
