import { agendaFileSchema, type AgendaFile } from '../../../shared/agenda/agenda-file.ts'

/** Four times what the largest agenda takes: twenty-four phases, each with sixty signs of four bytes. */
const maxBytes = 64 * 1024

/** What the bytes of a file say; null for whatever is no agenda of this version. */
export function readAgendaFile(bytes: Uint8Array): AgendaFile | null {
  if (bytes.length > maxBytes) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return agendaFileSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Neither UTF-8 nor JSON: somebody else's file.
    return null
  }
}
