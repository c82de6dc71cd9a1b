import { calendarWords } from '../../shared/calendar-words.ts'
import { counted } from '../../shared/count.ts'
import type { RetentionOfMember } from '../../shared/ipc/retention-calls.ts'

/** Until when a chart is kept, in a sentence. */
export function keptWords(
  { chart: { standing, keptUntil }, rules }: Pick<RetentionOfMember, 'chart' | 'rules'>,
  today: string,
): string {
  if (rules.jurisdiction === '') return 'Kept: how long has not been entered yet.'
  const day = keptUntil === null ? '' : calendarWords(keptUntil, today, 'long')
  switch (standing) {
    case 'in-care':
      return `Kept while they are in care, and ${counted(rules.adultYears, 'year')} from the last contact.`
    case 'kept':
      return `Kept until ${day}.`
    case 'age-unknown':
      return 'They came as an adolescent. Until when their chart is kept depends on the day they come of age.'
    case 'past':
      return `Past its date since ${day}. It may be erased.`
    case 'held':
      return day === ''
        ? 'Kept, since it is on hold.'
        : `Past its date since ${day}, and kept since it is on hold.`
    case 'never-came':
      return 'Nothing was ever recorded of them. Their chart may be erased.'
  }
}
