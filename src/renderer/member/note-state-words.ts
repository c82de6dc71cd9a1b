import { CircleAlert, CircleDashed, Check, FilePenLine, Hourglass, type LucideIcon } from 'lucide-react'
import type { NoteState } from './note-that-matters.ts'

interface NoteStateWords {
  readonly words: string
  readonly icon: LucideIcon
}

export const noteStates: Readonly<Record<NoteState, NoteStateWords>> = {
  overdue: { words: 'overdue', icon: CircleAlert },
  draft: { words: 'to sign', icon: CircleDashed },
  awaiting: { words: 'awaiting co-sign', icon: Hourglass },
  amended: { words: 'addended', icon: FilePenLine },
  signed: { words: 'signed', icon: Check },
}
