import type { Opener } from '../access-log/access-repository.ts'
import type { Clock } from '../clock.ts'
import type { Behind } from '../dispatch.ts'

/** A working day: who comes back the next morning types again. */
export const typedForMs = 12 * 60 * 60_000

/**
 * Whether the author has typed their passphrase or code since the console was started, not long ago, and nobody has had a
 * reason to be asked again. Only then may the computer's key stand in for it.
 */
export interface TypedLately {
  isSo(): boolean
  /** When that was, in milliseconds of the computer's uptime; null when the next one has to type. */
  atMs(): number | null
  /** Somebody has opened the vault; null where nobody came or went. */
  opened(opener: Opener | null): void
  forget(): void
}

/** `atMs` is what another core of the same run has left. */
export function createTypedLately(clock: Pick<Clock, 'uptimeMs'>, atMs: number | null = null): TypedLately {
  let typedAtMs = atMs
  return {
    isSo: () => typedAtMs !== null && clock.uptimeMs() - typedAtMs < typedForMs,
    atMs: () => typedAtMs,
    opened(opener) {
      if (opener === null || opener.openedBy === 'computer') return
      // A reviewer who locks again must not find the author's door ajar.
      typedAtMs = opener.openedBy === 'reviewer' ? null : clock.uptimeMs()
    },
    forget() {
      typedAtMs = null
    },
  }
}

/** Where somebody may be at the keyboard from whom the names were concealed, or who has guessed, the next one types. */
export function askAgainAfter(inside: Behind, typed: TypedLately): Behind {
  return {
    ...inside,
    end() {
      if (inside.conceal.isConcealed() || inside.mustLock()) typed.forget()
      inside.end()
    },
  }
}
