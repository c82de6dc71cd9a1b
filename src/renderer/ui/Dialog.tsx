import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot; the primary one first. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide' | 'full'
  /** `alertdialog` asks before something that cannot be taken back. */
  readonly role?: 'dialog' | 'alertdialog'
}

/** Escape closes it and gives the focus back; a click beside it does not, so that no typed word is lost by a slip. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, width = 'narrow', role = 'dialog' } = props
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={classNames(styles['modal'], styles[width])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <Button
              look="plain"
              aria-label="Close"
              icon={X}
              onPress={onClose}
              className={styles['close'] ?? ''}
            />
          </header>
          <div className={styles['body']}>{children}</div>
          {actions === undefined ? null : <footer className={styles['foot']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
