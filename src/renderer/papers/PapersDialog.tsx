import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { MadeFiles } from './MadeFiles.tsx'
import { PaperDetails } from './PaperDetails.tsx'
import { paperKinds, type PaperId } from './paper-kinds.ts'
import { PaperList } from './PaperList.tsx'
import type { PapersDesk } from './papers-desk.ts'
import styles from './Papers.module.css'
import { useFreshFiles } from './use-fresh-files.ts'
import type { PaperChoices } from './use-making.ts'

interface PapersDialogProps {
  readonly desk: PapersDesk
  /** Whose note is asked for; null for the papers of the session. */
  readonly personId: PersonId | null
  /** The document that is looked at first. */
  readonly first?: PaperId
  readonly onClose: () => void
}

/** Everything that can be handed out of one session, and what was. The choices are forgotten when it is closed. */
export function PapersDialog({ desk, personId, first = 'group-summary', onClose }: PapersDialogProps) {
  useFreshFiles()
  const [chosen, setChosen] = useState<PaperId>(personId === null ? first : 'note')
  const [choices, setChoices] = useState<PaperChoices>({
    paper: 'Letter',
    password: '',
    naming: 'names',
    personId,
    consent: { kind: 'chart' },
    form: 'pdf',
  })
  const { facts, drafts } = desk
  const kind = paperKinds.find(({ id }) => id === chosen)
  return (
    <Dialog title="Papers of this session" isOpen onClose={onClose} width="full">
      <div className={styles['columns']}>
        <PaperList chosen={chosen} onChoose={setChosen} />
        {kind === undefined ? null : (
          <PaperDetails
            key={kind.id}
            desk={desk}
            kind={kind}
            choices={choices}
            onChange={(changed) => setChoices({ ...choices, ...changed })}
          />
        )}
        <MadeFiles
          sessionId={drafts.sessionId}
          nameOf={(id) => facts.members.find((member) => member.personId === id)?.name}
          timeWords={facts.timeWords}
        />
      </div>
    </Dialog>
  )
}
