import type { Keys } from '../ui/Kbd.tsx'

interface ActionWords {
  readonly id: string
  readonly name: string
  /** A few words more, which are looked through too. */
  readonly hint?: string
  /** What does the same without the palette. */
  readonly keys?: Keys
}

/** Something that can be done now: at once, or after one more choice. */
export type PaletteAction =
  | (ActionWords & { readonly run: () => void })
  | (ActionWords & { readonly choices: readonly PaletteAction[] })
