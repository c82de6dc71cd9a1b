import { call } from '../app/api.ts'
import type { PapersDesk } from './papers-desk.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { MakingNotice } from './MakingNotice.tsx'
import { NamedWarning } from './NamedWarning.tsx'
import type { PaperKind } from './paper-kinds.ts'
import { PaperOptions } from './PaperOptions.tsx'
import styles from './Papers.module.css'
import { signedMembers } from './signed-members.ts'
import { useMakePaper } from './use-make-paper.ts'
import type { PaperChoices } from './use-making.ts'

interface PaperDetailsProps {
  readonly desk: PapersDesk
  readonly kind: PaperKind
  readonly choices: PaperChoices
  readonly onChange: (choices: Partial<PaperChoices>) => void
}

/** One document: what it is, what can be chosen for it, and the button that makes it. */
export function PaperDetails({ desk, kind, choices, onChange }: PaperDetailsProps) {
  const signed = signedMembers(desk.facts)
  const isOfNotes = kind.id === 'notes' || kind.id === 'note' || kind.id === 'note-bundles'
  const isEmpty = isOfNotes && signed.length === 0
  const { making, make, wasTried, isUnsaved } = useMakePaper(desk, kind, choices, isEmpty)
  return (
    <form
      aria-labelledby="paper-title"
      className={styles['details']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <div className={styles['sheet']}>
        <div>
          <h3 id="paper-title" className={styles['title']}>
            {kind.name}
          </h3>
          <p className={styles['soft']}>{isEmpty ? 'No note of this session is signed yet.' : kind.about}</p>
        </div>
        <NamedWarning desk={desk} kind={kind} />
        <PaperOptions
          kind={kind}
          choices={choices}
          onChange={(changed) => {
            // What was wrong with the old choices is not wrong with these.
            making.forget()
            onChange(changed)
          }}
          signed={signed}
          failure={making.failure}
          wasTried={wasTried}
        />
      </div>
      {isUnsaved ? <Unsaved /> : null}
      <MakingNotice made={making.made} failure={making.failure} onRetry={() => void make()} />
      <MakeLine
        kind={kind}
        words={makeWords(kind, signed.length)}
        isEmpty={isEmpty}
        making={making}
        onMake={() => void make()}
      />
    </form>
  )
}

interface MakeLineProps {
  readonly kind: PaperKind
  readonly words: string
  /** There is nothing that it could be made of. */
  readonly isEmpty: boolean
  readonly making: ReturnType<typeof useMakePaper>['making']
  readonly onMake: () => void
}

/** The button that makes it, and how far that is. */
function MakeLine({ kind, words, isEmpty, making, onMake }: MakeLineProps) {
  return (
    <div className={styles['make']}>
      <Button
        look="primary"
        keys={['Ctrl', 'Enter']}
        isDisabled={isEmpty}
        isPending={making.isBusy}
        onPress={onMake}
      >
        {words}
      </Button>
      {making.isBusy ? <Progress kind={kind} progress={making.progress} /> : null}
    </div>
  )
}

function Unsaved() {
  return (
    <Notice tone="amber" title="Your last words are not on the disk yet" announce="assertive">
      <p>The console keeps trying to save them. Nothing was made, since it would lack them.</p>
    </Notice>
  )
}

function makeWords({ id }: PaperKind, signedCount: number): string {
  if (id !== 'notes' && id !== 'note-bundles') return 'Make it'
  return signedCount === 1 ? 'Make one file' : `Make ${signedCount} files`
}

interface ProgressProps {
  readonly kind: PaperKind
  readonly progress: { readonly done: number; readonly total: number } | null
}

function Progress({ kind, progress }: ProgressProps) {
  if (kind.id !== 'notes' || progress === null) {
    return (
      <div className={styles['progress']}>
        <progress aria-label="Making it" />
      </div>
    )
  }
  const { done, total } = progress
  return (
    <div className={styles['progress']}>
      <progress aria-label="Notes made" value={done} max={total} />
      <span>
        {done} of {total}
      </span>
      <Button size="small" onPress={() => void call('export.cancel-notes', {})}>
        Stop
      </Button>
    </div>
  )
}
