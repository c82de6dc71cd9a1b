import type { FailureWords } from './failure-words.ts'

/** Why a table was not taken over, or not taken back, and why a file was not read as an agenda. */
export const importFailureWords: Readonly<
  Record<'not-a-table' | 'not-an-agenda' | 'import-unsettled' | 'import-in-use', FailureWords>
> = {
  'not-a-table': {
    happened: 'This file could not be read as a table.',
    safe: 'The file and everything on file here are as they were.',
    next: 'Save it as CSV in the program that it comes from, with at most 5,000 lines and 60 columns, and choose that.',
  },
  'not-an-agenda': {
    happened: 'This file is no agenda of Circlekeeper, or of a later version than this one knows.',
    safe: 'The file and the agenda here are as they were.',
    next: 'Choose a file that another console made with “Save as a file”. Its name ends with “agenda.json”.',
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
