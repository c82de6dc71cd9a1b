import { Printer } from 'lucide-react'
import { useState } from 'react'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Button } from '../ui/Button.tsx'
import { OverTimeDialog } from './OverTimeDialog.tsx'
import type { OverTime } from './use-over-time.ts'
import { usePapersKey } from './use-papers-key.ts'

interface OverTimePapersProps {
  readonly subject: OverTime
  /** The weeks that are shown, in words. */
  readonly weeks: string
}

/** The way from a page over many weeks to the paper of the same weeks. */
export function OverTimePapers(props: OverTimePapersProps) {
  return (
    <AuthorOnly>
      <OpenPapers {...props} />
    </AuthorOnly>
  )
}

function OpenPapers({ subject, weeks }: OverTimePapersProps) {
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  usePapersKey(open)
  return (
    <>
      <Button
        look="plain"
        size="small"
        icon={Printer}
        keys={['Ctrl', 'P']}
        aria-keyshortcuts="Control+P"
        onPress={open}
      >
        As a PDF
      </Button>
      {isOpen ? <OverTimeDialog subject={subject} weeks={weeks} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
