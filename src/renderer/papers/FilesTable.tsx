import { FlexRender } from '@tanstack/react-table'
import { Ellipsis, FolderOpen, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import type { Act } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { TableHead } from '../ui/TableHead.tsx'
import type { FilesTableModel } from './use-files-table.tsx'
import styles from './FilesTable.module.css'

interface FilesTableProps {
  readonly table: FilesTableModel
  /** How many lines of it are shown. */
  readonly shownCount: number
  readonly act: Act['act']
  readonly onDelete: (file: ListedFile) => void
}

/** One line a file that has left the vault. */
export function FilesTable({ table, shownCount, act, onDelete }: FilesTableProps) {
  return (
    <table className={styles['table']} aria-label="Files that have left the vault">
      <TableHead table={table} classOf={(columnId) => styles[columnId]} />
      <tbody>
        {table
          .getRowModel()
          .rows.slice(0, shownCount)
          .map((row) => (
            <tr key={row.id} data-gone={row.original.file.isOnDisk ? undefined : true}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={styles[cell.column.id]}>
                  <FlexRender cell={cell} />
                </td>
              ))}
              <td className={styles['acts']}>
                <FileActs file={row.original.file} act={act} onDelete={onDelete} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

interface FileActsProps {
  readonly file: ListedFile
  readonly act: Act['act']
  readonly onDelete: (file: ListedFile) => void
}

function FileActs({ file, act, onDelete }: FileActsProps) {
  const { exportId, fileName, isOnDisk } = file
  if (!isOnDisk) return null
  return (
    <Menu
      label={`What to do with ${fileName}`}
      trigger={
        <Button size="small" look="plain" icon={Ellipsis} aria-label={`What to do with ${fileName}`} />
      }
      entries={[
        {
          id: 'open',
          name: 'Open',
          icon: SquareArrowOutUpRight,
          onChoose: () => void act('export.open', { exportId }),
        },
        {
          id: 'folder',
          name: 'Show its folder',
          icon: FolderOpen,
          onChoose: () => void act('export.show-folder', { exportId }),
        },
        {
          id: 'delete',
          name: 'Delete from the disk',
          icon: Trash2,
          isRisk: true,
          onChoose: () => onDelete(file),
        },
      ]}
    />
  )
}
