import type { Better } from '../../shared/measures/measure.ts'

/** Which way is good news. */
export const betterWords: Readonly<Record<Better, string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  neither: 'neither way is better',
}
