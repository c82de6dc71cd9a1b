import type { NoteSource } from '../../shared/record/guards/finding.ts'
import { shortDay } from '../app/time-words.ts'
import type { Seated } from '../live/seated.ts'
import { possessive } from './possessive.ts'

/** `Ben’s note`, `your note of Sat, Nov 14, session 12`: in the middle of a sentence, with names as the screen has them. */
export function sourceWords(
  source: NoteSource,
  members: readonly Pick<Seated, 'personId' | 'name'>[],
): string {
  switch (source.from) {
    case 'another-note': {
      const member = members.find(({ personId }) => personId === source.personId)
      return member === undefined ? 'another member’s note' : `${possessive(member.name)} note`
    }
    case 'earlier-note': {
      const { number, groupName, endedAtMs, zone } = source
      const group = groupName === null ? '' : ` of ${groupName}`
      return `your note of ${shortDay(endedAtMs, zone)}, session ${number}${group}`
    }
  }
}
