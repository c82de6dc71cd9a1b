import { Check, Columns3 } from 'lucide-react'
import { memo } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components'
import { sessionColumns, type SessionColumn } from '../../shared/review/session-view.ts'
import { Button } from '../ui/Button.tsx'
import { Popover } from '../ui/Popover.tsx'
import menu from '../ui/Menu.module.css'
import { columnWords } from './column-words.ts'

interface ColumnMenuProps {
  readonly columns: readonly SessionColumn[]
  readonly onChange: (columns: SessionColumn[]) => void
}

/** Which columns the table has. One always stays. */
export const ColumnMenu = memo(function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  return (
    <MenuTrigger>
      <Button look="plain" size="small" icon={Columns3}>
        Columns
      </Button>
      <Popover isPadded={false} placement="bottom end">
        <Menu
          aria-label="Columns"
          className={menu['list'] ?? ''}
          selectionMode="multiple"
          disallowEmptySelection
          shouldCloseOnSelect={false}
          selectedKeys={columns}
          onSelectionChange={(keys) =>
            onChange(sessionColumns.filter((column) => keys === 'all' || keys.has(column)))
          }
        >
          {sessionColumns.map((column) => (
            <MenuItem key={column} id={column} className={menu['item'] ?? ''}>
              <Check aria-hidden size={16} strokeWidth={2} className={menu['tick']} />
              {columnWords[column].name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
})
