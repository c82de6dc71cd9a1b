import { ChevronRight, Search } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { Kbd } from '../ui/Kbd.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { matchActions } from './match-actions.ts'
import type { PaletteAction } from './palette-action.ts'
import styles from './Palette.module.css'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Asked when the palette opens: what can be done changes with every act. */
  readonly actions: () => readonly PaletteAction[]
}

/** Every action by its name: a few letters, the arrows, Enter. */
export function Palette({ isOpen, onClose, actions }: PaletteProps) {
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label="Find an action" className={styles['dialog'] ?? ''}>
          <Finder actions={actions} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ actions, onClose }: Omit<PaletteProps, 'isOpen'>) {
  const [all] = useState(actions)
  const [parent, setParent] = useState<Extract<PaletteAction, { choices: unknown }> | null>(null)
  const [query, setQuery] = useState('')
  const found = matchActions(parent === null ? all : parent.choices, query)

  function choose(id: unknown): void {
    const action = found.find((one) => one.id === id)
    if (action === undefined) return
    if ('choices' in action) {
      setParent(action)
      setQuery('')
      return
    }
    onClose()
    // The palette gives the focus back first, so that an action which takes it keeps it.
    requestAnimationFrame(() => requestAnimationFrame(action.run))
  }

  function goBack(event: KeyboardEvent): void {
    if (event.key !== 'Backspace' || query !== '' || parent === null) return
    event.preventDefault()
    setParent(null)
  }

  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <Field parent={parent?.name ?? null} onKeyDown={goBack} />
      <Menu
        aria-label="Actions"
        className={styles['list'] ?? ''}
        items={found}
        onAction={choose}
        renderEmptyState={() => <p className={styles['none']}>Nothing here goes by that name.</p>}
      >
        {(action) => <Row action={action} />}
      </Menu>
      <output className={styles['spoken']}>
        {query === '' ? '' : found.length === 1 ? '1 action' : `${found.length} actions`}
      </output>
    </Autocomplete>
  )
}

interface FieldProps {
  /** What was chosen already, when one more choice is to be made. */
  readonly parent: string | null
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function Field({ parent, onKeyDown }: FieldProps) {
  const input = useFocusOnArrival<HTMLInputElement>()
  return (
    <div role="presentation" className={styles['find']} onKeyDownCapture={onKeyDown}>
      <Search aria-hidden size={18} strokeWidth={1.75} />
      {parent === null ? null : <bdi className={styles['parent']}>{parent}</bdi>}
      <TextField aria-label={parent ?? 'Action'} className={styles['field'] ?? ''}>
        <Input
          ref={input}
          data-finds
          className={styles['input'] ?? ''}
          placeholder={parent === null ? 'Find an action' : ''}
        />
      </TextField>
      <Kbd keys="Esc" />
    </div>
  )
}

function Row({ action }: { readonly action: PaletteAction }) {
  const { id, name, hint, keys } = action
  return (
    <MenuItem id={id} textValue={name} className={styles['item'] ?? ''}>
      <span className={styles['name']}>
        <bdi>{name}</bdi>
        {hint === undefined ? null : (
          <span className={styles['hint']}>
            <bdi>{hint}</bdi>
          </span>
        )}
      </span>
      {keys === undefined ? null : (
        <>
          <Kbd keys={keys} />
          <span className={styles['spoken']}>{typeof keys === 'string' ? keys : keys.join(' ')}</span>
        </>
      )}
      {'choices' in action ? <ChevronRight aria-hidden size={16} strokeWidth={1.75} /> : null}
    </MenuItem>
  )
}
