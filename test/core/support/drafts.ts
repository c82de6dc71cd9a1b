import type { GroupDraft } from '../../../src/shared/roster/group.ts'
import type { MemberDraft } from '../../../src/shared/roster/member.ts'

/** What needs no core: also for whoever asks through a window. */

export const groupDraft: GroupDraft = {
  name: 'Tuesday group',
  type: 'relapse-prevention',
  lengthMinutes: 90,
  schedule: [{ weekday: 2, time: '18:00' }],
  part2: 'part2',
  capacity: 12,
  modality: 'in-person',
  membership: 'open',
  countsHours: true,
}

export const memberDraft: MemberDraft = {
  preferredName: 'Ana',
  initials: 'A',
  chartId: 'C-1',
  role: 'member',
  agreedOn: '2026-01-05',
}

export function definitely<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('expected a value')
  return value
}
