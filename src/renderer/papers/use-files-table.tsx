import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import { fileState, type FileRow } from './file-rows.ts'
import styles from './FilesTable.module.css'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, FileRow>()
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const columns = helper.columns([
  helper.accessor(({ title }) => title, {
    id: 'what',
    header: 'File',
    sortFn: (a, b) => byName.compare(a.original.title, b.original.title),
    cell: ({ row }) => <WhatCell row={row.original} />,
  }),
  helper.accessor(({ file }) => file.exportedAtMs, {
    id: 'made',
    header: 'Made',
    sortFn: (a, b) => a.original.file.exportedAtMs - b.original.file.exportedAtMs,
    cell: ({ row }) => row.original.made,
  }),
  helper.accessor(({ file }) => file.folder ?? '', {
    id: 'folder',
    header: 'Folder',
    sortFn: (a, b) => byName.compare(a.original.file.folder ?? '', b.original.file.folder ?? ''),
    cell: ({ row }) => <FolderCell file={row.original.file} />,
  }),
  helper.accessor(({ file }) => fileState(file), {
    id: 'state',
    header: 'Now',
    sortFn: (a, b) => byName.compare(fileState(a.original.file), fileState(b.original.file)),
    cell: ({ row }) => row.original.state,
  }),
])

export type FilesTableModel = ReturnType<typeof useFilesTable>

/** All files, the newest first. */
export function useFilesTable(rows: readonly FileRow[]) {
  return useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ file }) => file.exportId,
    enableSortingRemoval: false,
    initialState: { sorting: [{ id: 'made', desc: true }] },
  })
}

function WhatCell({ row: { file, title } }: { readonly row: FileRow }) {
  return (
    <>
      <span className={styles['title']}>{title}</span>
      <span className={styles['name']}>
        {file.fileName}
        {file.hasPassword ? ' · with a password' : ''}
      </span>
    </>
  )
}

function FolderCell({ file: { folder } }: { readonly file: ListedFile }) {
  return <bdi className={styles['path']}>{folder ?? 'the console’s own'}</bdi>
}
