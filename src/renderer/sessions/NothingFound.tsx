import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './SessionsScreen.module.css'

/** No session is as the filters say. */
export function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <div className={styles['nothing']}>
      <EmptyState
        title="No session like this"
        action={<Button onPress={onShowAll}>Show all sessions</Button>}
      >
        None is as the filters and the search say. Take one of them away, or search for fewer letters.
      </EmptyState>
    </div>
  )
}
