import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import type { SavedView, SessionView } from '../../shared/review/session-view.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { AuthorOnly } from '../reviewer/AuthorOnly.tsx'
import { Button } from '../ui/Button.tsx'
import type { MenuEntry } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { builtInViews, isSameView } from './built-in-views.ts'
import { useSavedViews, type SavedViews } from './use-saved-views.ts'
import { ViewNameDialog } from './ViewNameDialog.tsx'
import { ViewTabs, type ViewTab } from './ViewTabs.tsx'
import styles from './SessionsScreen.module.css'

type Asking = 'save' | 'rename'

const nothingToDo: readonly MenuEntry[] = []

interface SessionsHeaderProps {
  readonly tabs: readonly ViewTab[]
  readonly saved: readonly SavedView[]
  readonly selectedId: string
  /** What is shown now. */
  readonly view: SessionView
  readonly onSelect: (viewId: string) => void
  /** A view has been given a name: it is the one that is shown. */
  readonly onNamed: (viewId: string) => void
}

/** The views of the table, and the way to keep what is shown as another one. */
export function SessionsHeader(props: SessionsHeaderProps) {
  const { tabs, saved, selectedId, view, onSelect } = props
  const views = useSavedViews(saved)
  const [asking, setAsking] = useState<Asking | null>(null)
  const own = saved.find(({ viewId }) => viewId === selectedId)
  const remove = () => {
    void views.remove(selectedId)
    onSelect('all')
  }
  const entries =
    own === undefined
      ? nothingToDo
      : [
          {
            id: 'replace',
            name: 'Keep it as it is shown now',
            isDisabled: isSameView(own.view, view),
            onChoose: () => void views.replace(selectedId, view),
          },
          { id: 'rename', name: 'Rename', onChoose: () => setAsking('rename') },
          { id: 'remove', name: 'Remove', onChoose: remove },
        ]
  return (
    <>
      <header className={styles['header']}>
        <h1 className={styles['title']}>Sessions</h1>
        <ViewTabs tabs={tabs} selectedId={selectedId} onSelect={onSelect} entries={entries} />
        <AuthorOnly>
          <SaveButton isFull={views.isFull} onPress={() => setAsking('save')} />
        </AuthorOnly>
      </header>
      {views.removedName === null ? null : (
        <Notice
          title={`The view ${views.removedName} was removed`}
          announce="polite"
          className={styles['removed'] ?? ''}
          actions={<Button onPress={() => void views.bringBack()}>Undo</Button>}
        />
      )}
      {asking === null ? (
        <FailureNotice failure={views.failure} />
      ) : (
        <NameView {...props} asking={asking} own={own} views={views} onClose={() => setAsking(null)} />
      )}
    </>
  )
}

function SaveButton({ isFull, onPress }: { readonly isFull: boolean; readonly onPress: () => void }) {
  return (
    <Button
      look="plain"
      icon={BookmarkPlus}
      className={styles['save'] ?? ''}
      isDisabled={isFull}
      onPress={onPress}
    >
      Save this view
    </Button>
  )
}

interface NameViewProps extends SessionsHeaderProps {
  readonly asking: Asking
  readonly own: SavedView | undefined
  readonly views: SavedViews
  readonly onClose: () => void
}

function NameView({ asking, own, views, saved, view, selectedId, onNamed, onClose }: NameViewProps) {
  const isNew = asking === 'save'
  const others = [...builtInViews, ...saved].filter((other) => isNew || other !== own)
  const save = async (name: string) => {
    if (!isNew) return views.rename(selectedId, name)
    const viewId = await views.add(name, view)
    if (viewId !== null) onNamed(viewId)
    return viewId !== null
  }
  return (
    <ViewNameDialog
      title={isNew ? 'Save this view' : 'Rename the view'}
      submitWords={isNew ? 'Save it' : 'Rename it'}
      name={isNew ? '' : (own?.name ?? '')}
      taken={others.map(({ name }) => name)}
      failure={views.failure}
      onSave={save}
      onClose={onClose}
    />
  )
}
