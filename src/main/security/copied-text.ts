import { createHash } from 'node:crypto'

/** What is copied from the console is taken from the clipboard after this long. */
export const copiedForMs = 30_000

/** A page tells of a copy before the clipboard has it, by so much at most. */
export const settledMs = 100

/** The computer's clipboard, as Electron has it: what cannot be done throws. */
interface Clipboard {
  readText(): Promise<string>
  clear(): void
}

interface CopiedSources {
  /** Null where this computer's clipboard cannot be read: then nothing can be said to be unchanged, and nothing is cleared. */
  readonly clipboard: Clipboard | null
  /** Calls once after so many milliseconds, unless the answer is called before. */
  readonly after: (ms: number, act: () => void) => () => void
}

/** Takes from the clipboard what was copied from the console, as long as it is still that. */
export interface CopiedText {
  readonly isCleared: boolean
  /** To be called when something is being copied; the time begins anew. */
  copied(): Promise<void>
  /** With the lock, and at the end: as soon as the clipboard has what is being copied. */
  clear(): Promise<void>
}

/** Of what was copied only a hash is kept. */
export function createCopiedText({ clipboard, after }: CopiedSources): CopiedText {
  let kept: { readonly hash: string; readonly cancel: () => void } | null = null
  let keeping = Promise.resolve()

  async function read(): Promise<string | null> {
    try {
      const text = (await clipboard?.readText()) ?? ''
      return text === '' ? null : createHash('sha256').update(text).digest('hex')
    } catch {
      // Another program holds it, or what it holds is no text.
      return null
    }
  }

  async function keep(): Promise<void> {
    if (clipboard === null) return
    await new Promise<void>((resolve) => after(settledMs, resolve))
    const hash = await read()
    kept?.cancel()
    kept = hash === null ? null : { hash, cancel: after(copiedForMs, () => void take()) }
  }

  async function take(): Promise<void> {
    if (kept === null) return
    const { hash, cancel } = kept
    kept = null
    cancel()
    if ((await read()) === hash) clipboard?.clear()
  }

  return {
    isCleared: clipboard !== null,
    copied() {
      const isKept = keep()
      keeping = keeping.then(() => isKept)
      return isKept
    },
    async clear() {
      await keeping
      await take()
    },
  }
}
