import { useCallback, useEffect, useState } from 'react'
import { useQuestionBeforeLock } from '../app/lock.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { changesAre } from './unwritten-words.ts'

interface LeavingQuestionProps {
  readonly count: number
  readonly isLocked: boolean
}

interface Question {
  readonly about: 'lock' | 'close'
  readonly answer: (goesOn: boolean) => void
}

/** Holds back the lock and the close of the window while something is in memory alone, and says what either would do. */
export function LeavingQuestion({ count, isLocked }: LeavingQuestionProps) {
  const [question, setQuestion] = useState<Question | null>(null)
  const ask = useCallback(
    (about: Question['about']) =>
      new Promise<boolean>((resolve) => {
        setQuestion({
          about,
          answer(goesOn) {
            setQuestion(null)
            resolve(goesOn)
          },
        })
      }),
    [],
  )
  useQuestionBeforeLock(useCallback(() => ask('lock'), [ask]))
  useQuestionBeforeClose(useCallback(() => ask('close'), [ask]))
  if (question === null || (question.about === 'lock' && isLocked)) return null
  const stay = () => question.answer(false)
  const words = question.about === 'lock' ? lockWords : closeWords
  return (
    <Dialog
      title={words.title}
      role="alertdialog"
      isOpen
      onClose={stay}
      actions={
        <>
          <Button look="primary" onPress={stay}>
            {words.stay}
          </Button>
          <Button look={words.look} onPress={() => question.answer(true)}>
            {words.go}
          </Button>
        </>
      }
    >
      <p>
        {changesAre(count)} not on the disk yet. {words.body}
      </p>
    </Dialog>
  )
}

const lockWords = {
  title: 'Lock now?',
  body: 'The console keeps them in its memory while it is locked, not encrypted, and writes them after you unlock, as soon as the disk takes them. If the console is closed or the computer turned off before that, they are lost.',
  stay: 'Stay here',
  go: 'Lock',
  look: 'plain',
} as const

const closeWords = {
  title: 'Close, and lose them?',
  body: 'They are in the console’s memory alone: closing it loses them for good. Everything before them is on the disk.',
  stay: 'Keep the console open',
  go: 'Close and lose them',
  look: 'risk',
} as const

// The window may not go by itself: Electron keeps it then without a word, and Chromium asks in words of its own as well.
function useQuestionBeforeClose(ask: () => Promise<boolean>): void {
  useEffect(() => {
    const closeIfWanted = async () => {
      if (!(await ask())) return
      window.removeEventListener('beforeunload', hold)
      window.close()
    }
    const hold = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      void closeIfWanted()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [ask])
}
