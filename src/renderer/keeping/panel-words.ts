import { counted } from '../../shared/count.ts'
import type { RetentionRules } from '../../shared/retention/retention-rules.ts'
import type { ChartListId } from './kept-lists.ts'

interface PanelWords {
  readonly label: string
  /** What stands where the list is empty. */
  readonly empty: string
  /** What can be done with its lines. */
  readonly about: string
}

export const chartHeads: Readonly<Record<ChartListId, readonly string[]>> = {
  past: ['Member', 'Last contact', 'Past since', 'Sessions'],
  held: ['Member', 'Last contact', 'Past since', 'Sessions'],
  later: ['Member', 'Last contact', 'Falls due', 'Sessions'],
  'age-unknown': ['Member', 'Last contact', 'Sessions'],
  'never-came': ['Member'],
}

export function panelWords({
  minorYears,
}: Pick<RetentionRules, 'minorYears'>): Readonly<Record<ChartListId, PanelWords>> {
  return {
    past: {
      label: 'Charts past their date',
      empty: 'No chart is past its date. There is nothing to do here.',
      about: 'Nothing goes by itself. Choose the charts that may.',
    },
    held: {
      label: 'Charts past their date, on legal hold',
      empty: 'No chart that is past its date is on hold.',
      about: 'They stay until the hold is lifted.',
    },
    later: {
      label: 'Charts that fall due later',
      empty: 'No chart falls due later.',
      about: 'Whoever is in care or waiting is not in this list: their chart is kept.',
    },
    'age-unknown': {
      label: 'Charts whose date is not known',
      empty: 'The date of every chart is known.',
      about: `They came as adolescents. Once the day they come of age is entered, their charts are kept for ${counted(minorYears, 'year')} after it.`,
    },
    'never-came': {
      label: 'On file, and never came',
      empty: 'Everybody on file has come.',
      about: 'They were put on file, and nothing was ever recorded of them.',
    },
  }
}
