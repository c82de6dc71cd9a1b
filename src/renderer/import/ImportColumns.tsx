import { groupTypeNames, groupTypeSchema } from '../../shared/agenda/group-type.ts'
import { importFieldSchema, type ImportField, type Mapping } from '../../shared/import/mapping.ts'
import type { ImportTable } from '../../shared/ipc/import-calls.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './ImportColumns.module.css'
import { fieldNames } from './import-words.ts'

interface ImportColumnsProps {
  readonly table: ImportTable
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

const typeOptions = groupTypeSchema.options.map((value) => ({ value, name: groupTypeNames[value] }))

/** The first lines of the table, and over each column what it holds. */
export function ImportColumns({ table, mapping, onChange }: ImportColumnsProps) {
  const { columns } = mapping
  const change = (at: number, field: ImportField | null) =>
    // A field stands in one column: choosing it takes it from another.
    onChange({
      ...mapping,
      columns: columns.map((one, index) => (index === at ? field : one === field ? null : one)),
    })
  return (
    <section aria-labelledby="import-columns" className={styles['columns']}>
      <h2 id="import-columns" className={styles['heading']}>
        What is in the columns
      </h2>
      <Sample table={table} mapping={mapping} onChange={change} />
      <Choices mapping={mapping} onChange={onChange} />
    </section>
  )
}

interface SampleProps {
  readonly table: ImportTable
  readonly mapping: Mapping
  readonly onChange: (at: number, field: ImportField | null) => void
}

/** One line a column, so that a table of twenty columns needs no scrolling sideways. */
function Sample({ table, mapping: { columns, hasHeadings }, onChange }: SampleProps) {
  const lines = hasHeadings ? table.sample.slice(1) : table.sample
  return (
    <table className={styles['table']} aria-labelledby="import-columns">
      <thead>
        <tr>
          <th scope="col">In the table</th>
          <th scope="col">It is</th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((field, at) => (
          <Column
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place in the table
            key={at}
            heading={(hasHeadings ? table.sample[0]?.[at] : undefined) || `Column ${at + 1}`}
            field={field}
            examples={lines.map((cells) => cells[at] ?? '').filter(Boolean)}
            onChange={(chosen) => onChange(at, chosen)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Choices({ mapping, onChange }: Pick<ImportColumnsProps, 'mapping' | 'onChange'>) {
  const { columns } = mapping
  return (
    <div className={styles['choices']}>
      <Checkbox
        isSelected={mapping.hasHeadings}
        onChange={(hasHeadings) => onChange({ ...mapping, hasHeadings })}
      >
        The first line names the columns
      </Checkbox>
      {columns.includes('agreed-on') ? (
        <Segments
          label="How the table writes a day"
          options={[
            { id: 'month-first', name: 'Month first, 3/25/2026' },
            { id: 'day-first', name: 'Day first, 25.3.2026' },
          ]}
          selected={mapping.dateOrder}
          onSelect={(dateOrder) => onChange({ ...mapping, dateOrder })}
        />
      ) : null}
      {columns.includes('group') ? (
        <Select
          label="A new group without a type is"
          className={styles['type'] ?? ''}
          options={typeOptions}
          value={mapping.groupType}
          onChange={(groupType) => onChange({ ...mapping, groupType })}
        />
      ) : null}
    </div>
  )
}

interface ColumnProps {
  readonly heading: string
  readonly field: ImportField | null
  readonly examples: readonly string[]
  readonly onChange: (field: ImportField | null) => void
}

const fieldOptions = [
  { value: 'none', name: 'Left out' },
  ...importFieldSchema.options.map((value) => ({ value, name: fieldNames[value] })),
] as const

function Column({ heading, field, examples, onChange }: ColumnProps) {
  return (
    <tr data-unused={field === null || undefined}>
      <th scope="row">
        <bdi>{heading}</bdi>
      </th>
      <td>
        <Select<ImportField | 'none'>
          label={`What “${heading}” is`}
          isLabelHidden
          look="words"
          options={fieldOptions}
          value={field ?? 'none'}
          onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
        />
      </td>
      <td>
        <span className={styles['examples']}>
          {examples.map((example, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- examples never change places
            <bdi key={at}>{example}</bdi>
          ))}
        </span>
      </td>
    </tr>
  )
}
