import { Button } from 'react-aria-components'
import { usePlace } from '../app/navigation.tsx'
import { useRole } from '../reviewer/role.tsx'
import styles from './PrivateSearchLink.module.css'

/** The way from where the record is searched to where private notes are; a reviewer has none. */
export function PrivateSearchLink() {
  const { go } = usePlace()
  const isAuthor = useRole() === 'author'
  return isAuthor ? (
    <Button className={styles['link'] ?? ''} onPress={() => go({ name: 'private-search' })}>
      Search those
    </Button>
  ) : null
}
