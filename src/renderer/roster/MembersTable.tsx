import { FlexRender } from '@tanstack/react-table'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Member } from '../../shared/roster/member.ts'
import { TableHead } from '../ui/TableHead.tsx'
import { MemberMenu } from './MemberMenu.tsx'
import { useMembersTable } from './use-members-table.tsx'
import styles from './MembersTable.module.css'

interface MembersTableProps {
  readonly members: readonly Member[]
  readonly roster: Roster
  /** Left out where there is no group to take anybody out of. */
  readonly onTakeOut?: (member: Member) => void
}

export function MembersTable({ members, roster, onTakeOut }: MembersTableProps) {
  const table = useMembersTable(members)
  return (
    <table
      className={styles['table']}
      aria-labelledby="members"
      data-seatless={onTakeOut === undefined || undefined}
    >
      <TableHead table={table} classOf={(columnId) => styles[columnId]} />
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} className={styles['row']}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={styles[cell.column.id]}>
                <FlexRender cell={cell} />
              </td>
            ))}
            <td className={styles['acts']}>
              <MemberMenu
                member={row.original.member}
                roster={roster}
                {...(onTakeOut === undefined ? {} : { onTakeOut })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
