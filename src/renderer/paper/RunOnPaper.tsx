import { ClipboardPen, ClipboardList, Printer } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Part2 } from '../../shared/session/vocabulary.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { PrintSheetDialog } from './PrintSheetDialog.tsx'

interface RunOnPaperProps {
  readonly sessionId: SessionId
  readonly part2: Part2
}

/** For a session without the computer: its sheet beforehand, and afterwards what stands on it. */
export function RunOnPaper({ sessionId, part2 }: RunOnPaperProps) {
  const { go } = usePlace()
  const [isPrinting, setIsPrinting] = useState(false)
  return (
    <>
      <Menu
        label="Run on paper"
        trigger={
          <Button look="plain" icon={ClipboardList}>
            Run on paper
          </Button>
        }
        entries={[
          {
            id: 'print',
            name: 'Print the tick sheet',
            icon: Printer,
            onChoose: () => setIsPrinting(true),
          },
          {
            id: 'enter',
            name: 'Enter the sheet',
            hint: 'after the session',
            icon: ClipboardPen,
            onChoose: () => go({ name: 'paper', sessionId }),
          },
        ]}
      />
      <PrintSheetDialog
        sessionId={sessionId}
        part2={part2}
        isOpen={isPrinting}
        onClose={() => setIsPrinting(false)}
      />
    </>
  )
}
