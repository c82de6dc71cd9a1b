/** Saves what stands in a field, once, whoever asks for it and however often. */
export interface SaveOnce {
  /**
   * Saves `text` by `work`, which answers whether that was done. Whoever asks meanwhile, or before the field has let go of it,
   * is given the same answer.
   */
  save(text: string, work: () => Promise<boolean>): Promise<boolean>
  /** To be called with what the field shows, whenever that changes: what is typed after a saved note is another one. */
  shows(text: string): void
}

interface Saved {
  readonly text: string
  readonly done: Promise<boolean>
  isRunning: boolean
}

export function createSaveOnce(): SaveOnce {
  let last: Saved | null = null
  return {
    async save(text, work) {
      if (last !== null && (last.isRunning || last.text === text)) return last.done
      const begun: Saved = { text, done: work(), isRunning: true }
      last = begun
      try {
        const isDone = await begun.done
        if (!isDone) last = null
        return isDone
      } finally {
        begun.isRunning = false
      }
    },
    shows(text) {
      if (last?.isRunning === false && last.text !== text) last = null
    },
  }
}
