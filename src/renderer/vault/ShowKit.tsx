import { PenLine } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { CodeGroups } from './CodeGroups.tsx'
import { EntryDial } from './EntryDial.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import styles from './Entry.module.css'
import { KitPaper } from './KitPaper.tsx'
import type { Kit } from './recovery-groups.ts'

interface ShowKitProps {
  readonly kit: Pick<Kit, 'code' | 'groups'>
  readonly onBack: () => void
  readonly onDone: () => void
}

export function ShowKit({ kit, onBack, onDone }: ShowKitProps) {
  const title = useFocusOnArrival<HTMLHeadingElement>()
  return (
    <EntryPage
      step={2}
      ring={<EntryDial fraction={2 / 3} word="Once" under="It is shown now, and kept nowhere in words" />}
      promise={[
        'Whoever has this code can open the vault.',
        'Without it and without the passphrase, nobody can.',
      ]}
    >
      <EntryForm
        title="Your recovery code"
        lead="Write it on paper, group by group. It opens the vault if the passphrase is lost."
        titleRef={title}
        onSubmit={onDone}
      >
        <CodeGroups groups={kit.groups} />
        <KitPaper code={kit.code} />
        <div className={styles['actions']}>
          <Button type="submit" look="primary" size="large" isDisabled={kit.groups.length === 0}>
            It is on paper
          </Button>
          <Button look="plain" onPress={onBack}>
            Back
          </Button>
        </div>
      </EntryForm>
      <div className={styles['next']}>
        <PenLine aria-hidden size={20} strokeWidth={1.5} />
        <strong>Next, two groups of it and your passphrase</strong>
        <p>So that both are surely yours before anything is locked with them.</p>
      </div>
    </EntryPage>
  )
}
