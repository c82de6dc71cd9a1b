import { randomBytes } from 'node:crypto'
import type { PrintableDocument } from './printable-document.ts'

/** What the print page is filled with. */
type PageContent = Pick<PrintableDocument, 'title' | 'bodyHtml'>

/**
 * Documents between being made and being printed, each under a token that fetches it once. They never touch the disk.
 */
export interface WaitingDocuments {
  add(document: PageContent): string
  take(token: string): PageContent | null
  drop(token: string): void
}

export function createWaitingDocuments(): WaitingDocuments {
  const waiting = new Map<string, PageContent>()
  return {
    add({ title, bodyHtml }) {
      const token = randomBytes(16).toString('hex')
      waiting.set(token, { title, bodyHtml })
      return token
    },
    take(token) {
      const content = waiting.get(token) ?? null
      waiting.delete(token)
      return content
    },
    drop(token) {
      waiting.delete(token)
    },
  }
}
