import styles from './Entry.module.css'

/** A recovery code as it is written down: numbered groups. */
export function CodeGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className={styles['code']} aria-label="Recovery code">
      {groups.map((group, index) => (
        // Two groups may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span>{index + 1}</span>
          {group}
        </li>
      ))}
    </ol>
  )
}
