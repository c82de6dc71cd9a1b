import type { RetentionRules } from './retention-rules.ts'

/** What one rule of a state asks for, as a help in looking it up. */
export interface StateRule extends Pick<RetentionRules, 'adultYears' | 'minorYears'> {
  readonly state: string
  /** Whose records it is about; other professions of the same state may have other rules. */
  readonly licence: string
  readonly citation: string
  /** The text that this was read in; a rule may have changed since. */
  readonly readIn: string
}

/**
 * Rules that a clinic may find its own among. No advice, and not the law of a state: payers, programs and other boards ask
 * for more, and whoever enters one is to look it up. `minorYears` counts from the eighteenth birthday. In each, the years
 * for adults hold for minors as well, whichever is later.
 */
export const stateRules: readonly StateRule[] = [
  {
    state: 'California',
    licence: 'psychologists',
    adultYears: 7,
    minorYears: 7,
    citation: 'Business and Professions Code § 2919 (from discharge)',
    readIn: 'AB 2257, Statutes of 2006, chapter 89',
  },
  {
    state: 'Massachusetts',
    licence: 'mental health counselors and marriage and family therapists',
    adultYears: 7,
    minorYears: 1,
    citation: '262 CMR 8.02(1)(b) (from the last professional contact)',
    readIn: 'the code as of September 2024',
  },
  {
    state: 'New York',
    licence: 'professions under the Board of Regents',
    adultYears: 6,
    // Until one year after the patient reaches 21.
    minorYears: 4,
    citation: '8 NYCRR 29.2(a)(3)',
    readIn: 'the record-keeping guideline of the Office of the Professions',
  },
  {
    state: 'Texas',
    licence: 'professional counselors',
    adultYears: 7,
    minorYears: 5,
    citation: '22 TAC § 681.36(b) (from termination of services)',
    readIn: 'the Texas Register of 15 September 2023',
  },
]
