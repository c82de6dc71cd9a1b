import { z } from '../zod.ts'

export const groupTypeSchema = z.enum([
  'psychoeducation',
  'skills',
  'mindfulness',
  'process',
  'relapse-prevention',
  'relapse-prevention-early',
  'trauma',
  'support',
  'family',
  'iop-evening',
])
export type GroupType = z.infer<typeof groupTypeSchema>

/** The field's names, as they stand on screens and documents. */
export const groupTypeNames: Readonly<Record<GroupType, string>> = {
  psychoeducation: 'Psychoeducation',
  skills: 'Skills',
  mindfulness: 'Mindfulness',
  process: 'Process',
  'relapse-prevention': 'Relapse prevention',
  'relapse-prevention-early': 'Relapse prevention, early recovery',
  trauma: 'Trauma and recovery',
  support: 'Support',
  family: 'Family',
  'iop-evening': 'IOP evening',
}

/** Seconds that tick press on people in process and trauma work, so their clock shows minutes only. */
export function showsSeconds(type: GroupType): boolean {
  return type !== 'process' && type !== 'trauma'
}
