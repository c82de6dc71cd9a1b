import { useState } from 'react'
import type { PapersDesk } from './papers-desk.ts'
import type { PaperKind } from './paper-kinds.ts'
import { passwordError } from './password-error.ts'
import { useControlEnter } from './use-control-enter.ts'
import { useMaking, type PaperChoices } from './use-making.ts'

/** Makes one kind of document once everything that is needed for it is there, and on the disk. */
export function useMakePaper(desk: PapersDesk, kind: PaperKind, choices: PaperChoices, isEmpty: boolean) {
  const { drafts } = desk
  const making = useMaking(drafts.sessionId)
  const [wasTried, setWasTried] = useState(false)
  const [isUnsaved, setIsUnsaved] = useState(false)
  const make = async () => {
    setWasTried(true)
    const isIncomplete = kind.id === 'note' && choices.personId === null
    if (making.isBusy || isEmpty || isIncomplete || passwordError(choices.password) !== undefined) return
    // Documents are made of what is on the disk.
    const isSaved = await drafts.flush()
    setIsUnsaved(!isSaved)
    if (isSaved) await making.make(kind.id, choices)
  }
  useControlEnter(() => void make())
  return { making, make, wasTried, isUnsaved }
}
