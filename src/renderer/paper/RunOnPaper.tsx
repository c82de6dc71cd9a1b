import { ClipboardPen, ClipboardList, Printer, Signature } from 'lucide-react'
import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { Part2 } from '../../shared/session/vocabulary.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { PrintSheetDialog } from './PrintSheetDialog.tsx'
import { sheetWords, type SheetKind } from './sheet-words.ts'

interface RunOnPaperProps {
  readonly sessionId: SessionId
  readonly part2: Part2
}

/** For a session without the computer: its sheets beforehand, and afterwards what stands on it. */
export function RunOnPaper({ sessionId, part2 }: RunOnPaperProps) {
  const { go } = usePlace()
  const [printing, setPrinting] = useState<SheetKind | null>(null)
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
            name: sheetWords['tick-sheet'].title,
            icon: Printer,
            onChoose: () => setPrinting('tick-sheet'),
          },
          {
            id: 'sign-in',
            name: sheetWords['sign-in'].title,
            icon: Signature,
            onChoose: () => setPrinting('sign-in'),
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
      {printing === null ? null : (
        <PrintSheetDialog
          kind={printing}
          sessionId={sessionId}
          part2={part2}
          onClose={() => setPrinting(null)}
        />
      )}
    </>
  )
}
