import type { FoundSession } from '../../shared/ipc/search-calls.ts'

/** Where in a session something was found, in one or two words; '' where nobody knows, as between two phases. */
export function placeWords({ kind, label }: Pick<FoundSession, 'kind' | 'label'>): string {
  switch (kind) {
    case 'topic':
      return 'Topic'
    case 'phase':
      return 'Phase'
    case 'mark':
      return 'Marked'
    case 'record-note':
    case 'signed-note':
    case 'shared-part':
      return label
  }
}
