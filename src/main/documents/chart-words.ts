import type { Role } from '../../shared/session/vocabulary.ts'

export function chartWords(chartId: string): string {
  return chartId === '' ? 'No chart number on file' : `Chart ${chartId}`
}

const roleWords: Readonly<Partial<Record<Role, string>>> = {
  family: 'Family member, not a patient',
  partner: 'Partner, not a patient',
  guest: 'Guest, not a patient',
}

/** What stands under the name of whoever a paper is about. */
export function chartLine({ chartId, role }: { readonly chartId: string; readonly role: Role }): string {
  const words = roleWords[role]
  return words === undefined ? chartWords(chartId) : `${chartWords(chartId)} · ${words}`
}
