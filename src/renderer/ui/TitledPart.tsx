import { useId, type ReactNode } from 'react'

interface TitledPartProps {
  readonly title: string
  readonly children: ReactNode
  /** Acts that stand beside the title. */
  readonly actions?: ReactNode
  /** How it looks: `part`, `title` and, with acts, `titleLine`. */
  readonly styles: Readonly<Record<string, string>>
}

/** A part of a page that is called by its heading. */
export function TitledPart({ title, children, actions, styles }: TitledPartProps) {
  const id = useId()
  const heading = (
    <h2 id={id} className={styles['title']}>
      {title}
    </h2>
  )
  return (
    <section aria-labelledby={id} className={styles['part']}>
      {actions === undefined ? (
        heading
      ) : (
        <div className={styles['titleLine']}>
          {heading}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
