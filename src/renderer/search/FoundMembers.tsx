import { UserRound } from 'lucide-react'
import { memo } from 'react'
import { Button } from 'react-aria-components'
import type { Found } from '../../shared/ipc/search-calls.ts'
import { usePlace } from '../app/navigation.tsx'
import styles from './FoundMembers.module.css'
import { SnippetText } from './SnippetText.tsx'

/** Members that go by what was searched for; each leads to their page. */
export const FoundMembers = memo(function FoundMembers(props: { readonly members: Found['members'] }) {
  const { members } = props
  const { go } = usePlace()
  if (members.length === 0) return null
  return (
    <ul aria-label="Members found" className={styles['members']}>
      {members.map(({ personId, snippet }) => (
        <li key={personId}>
          <Button className={styles['member'] ?? ''} onPress={() => go({ name: 'member', personId })}>
            <UserRound aria-hidden size={15} strokeWidth={1.75} />
            <SnippetText snippet={snippet} />
          </Button>
        </li>
      ))}
    </ul>
  )
})
