import { FolderOpen } from 'lucide-react'
import type { ExportedFile } from '../../shared/ipc/export-calls.ts'
import { Button } from '../ui/Button.tsx'
import { useAct } from './api.ts'
import { FailureNotice } from './FailureNotice.tsx'

interface OpenExportedProps {
  readonly file: ExportedFile
  /** What the first button says. */
  readonly words: string
  readonly className: string | undefined
}

/** What can be done with a document that was made: open it, or show where it lies. */
export function OpenExported({ file, words, className }: OpenExportedProps) {
  const { act, failure } = useAct()
  return (
    <>
      <div className={className}>
        <Button size="small" onPress={() => void act('export.open', { exportId: file.exportId })}>
          {words}
        </Button>
        <Button
          size="small"
          look="plain"
          icon={FolderOpen}
          onPress={() => void act('export.show-folder', { exportId: file.exportId })}
        >
          Show folder
        </Button>
      </div>
      <FailureNotice failure={failure} />
    </>
  )
}
