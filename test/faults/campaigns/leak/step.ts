import type { PlaceName } from '../../../support/drive.ts'
import type { Tables } from './tables.ts'

/**
 * What is done on the way to a field: a press on what is called so (the words of the run are `…` in it, figures are left
 * out), one that the computer asks a folder or a file after and what it is answered with, a key, a text that has to be a
 * sensible one, a heading that has to be there, or `type`: a word in every field that is there.
 */
export type Act =
  | RegExp
  | { readonly asks: RegExp; readonly answer: 'the stick' | 'the newest backup' }
  | { readonly asks: RegExp; readonly file: keyof Tables }
  | { readonly key: string }
  | { readonly into: RegExp; readonly text: string }
  | { readonly see: string }
  | 'type'

export interface Step {
  readonly name: string
  /** Where it begins; null: on what is on the screen. */
  readonly from: PlaceName | 'live' | null
  readonly acts: readonly Act[]
  /** The files of the fields that are typed into at its end, below src/renderer. */
  readonly reaches: readonly string[]
}

/** A step as it is told in one line. */
export function way(
  name: string,
  from: Step['from'],
  acts: readonly Act[],
  reaches: readonly string[],
): Step {
  return { name, from, acts, reaches }
}
