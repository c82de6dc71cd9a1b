import { randomBytes } from 'node:crypto'

/**
 * Documents between being made and being printed, each under a token that fetches it once. They never touch the disk.
 */
export interface WaitingDocuments {
  add(bodyHtml: string): string
  take(token: string): string | null
  drop(token: string): void
}

export function createWaitingDocuments(): WaitingDocuments {
  const bodies = new Map<string, string>()
  return {
    add(bodyHtml) {
      const token = randomBytes(16).toString('hex')
      bodies.set(token, bodyHtml)
      return token
    },
    take(token) {
      const bodyHtml = bodies.get(token) ?? null
      bodies.delete(token)
      return bodyHtml
    },
    drop(token) {
      bodies.delete(token)
    },
  }
}
