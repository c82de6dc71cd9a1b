import type { NotePart } from '../../shared/record/note-sections.ts'

/** The softer line under a section's name, by the part that is written in it. */
export function sectionHint(parts: readonly NotePart[]): string {
  if (parts.includes('response')) return 'their response'
  if (parts.includes('plan')) return 'their next step'
  if (parts.includes('goals')) return 'what it served'
  if (parts.includes('data') || parts.includes('numbers')) return 'from the log'
  return 'from the shared part'
}
