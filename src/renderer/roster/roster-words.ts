import type { MemberRole } from '../../shared/roster/member.ts'
import type { Part2 } from '../../shared/session/vocabulary.ts'

export const roleNames: Readonly<Record<MemberRole, string>> = {
  member: 'Member',
  family: 'Family',
  partner: 'Partner',
  guest: 'Guest',
}

interface Part2Words {
  readonly name: string
  /** What the choice does in the console, and nothing beyond that. */
  readonly effect: string
}

export const part2Words: Readonly<Record<Part2, Part2Words>> = {
  part2: {
    name: 'Part 2 program',
    effect: 'Substance-use records under 42 CFR Part 2: every PDF carries its notices.',
  },
  none: {
    name: 'Not a Part 2 program',
    effect: 'PDFs carry no Part 2 notice. Other privacy law still holds.',
  },
  unsure: {
    name: 'Unsure whether Part 2',
    effect: 'Treated as Part 2 until you know: every PDF carries its notices.',
  },
}
