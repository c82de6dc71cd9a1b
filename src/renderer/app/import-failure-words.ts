import type { FailureWords } from './failure-words.ts'

/** Why a table was not taken over, or not taken back. */
export const importFailureWords: Readonly<
  Record<'not-a-table' | 'import-unsettled' | 'import-in-use', FailureWords>
> = {
  'not-a-table': {
    happened: 'This file could not be read as a table.',
    safe: 'The file and everything on file here are as they were.',
    next: 'Save it as CSV in the program that it comes from, with at most 5,000 lines and 60 columns, and choose that.',
  },
  'import-unsettled': {
    happened: 'Some lines cannot be taken over as they are, or somebody on file was changed meanwhile.',
    safe: 'Nothing was taken over.',
    next: 'Look at the lines once more. Settle those that are marked: choose another column for what is in them, or leave them out.',
  },
  'import-in-use': {
    happened: 'Somebody or something that this table brought has been changed or used since.',
    safe: 'Nothing was changed and nothing was lost.',
    next: 'Take out of their groups those who do not belong there. What is written of them stays.',
  },
}
