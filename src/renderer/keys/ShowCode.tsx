import { PenLine } from 'lucide-react'
import type { KitFile } from '../../shared/ipc/kit-calls.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { CodeGroups } from '../vault/CodeGroups.tsx'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { KitPaper } from '../vault/KitPaper.tsx'
import type { Kit } from '../vault/recovery-groups.ts'
import { KeysPage } from './KeysPage.tsx'

interface ShowCodeProps {
  readonly kit: Pick<Kit, 'code' | 'groups'>
  /** It is a page to print as well. */
  readonly onMade: (file: KitFile) => void
  readonly onDone: () => void
  readonly onEnd: () => void
}

export function ShowCode({ kit, onMade, onDone, onEnd }: ShowCodeProps) {
  const title = useFocusOnArrival<HTMLHeadingElement>()
  return (
    <KeysPage
      ring={
        <EntryDial
          fraction={1 / 3}
          parts={3}
          word="Once"
          under="It is shown now, and kept nowhere in words"
        />
      }
    >
      <EntryForm
        title="Your new recovery code"
        lead="Write it on paper, group by group. The old one counts until this one is confirmed."
        titleRef={title}
        onSubmit={onDone}
      >
        <CodeGroups groups={kit.groups} />
        <KitPaper code={kit.code} onMade={onMade} />
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large">
            It is on paper
          </Button>
          <Button look="plain" onPress={onEnd}>
            Keep the old one
          </Button>
        </div>
      </EntryForm>
      <div className={entry['next']}>
        <PenLine aria-hidden size={20} strokeWidth={1.5} />
        <strong>Next, two groups of it and your passphrase</strong>
        <p>So that it is surely on paper before the old one opens nothing any more.</p>
      </div>
    </KeysPage>
  )
}
