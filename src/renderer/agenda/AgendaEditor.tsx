import { FileOutput, FolderOpen, Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import { totalMinutes, type Phase } from '../../shared/agenda/phase.ts'
import { phaseIdSchema } from '../../shared/ids.ts'
import type { Group } from '../../shared/roster/group.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useRead } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { addPhase, maxPhases } from './agenda-edit.ts'
import { AgendaBar } from './AgendaBar.tsx'
import { AgendaFileDialog } from './AgendaFileDialog.tsx'
import { AgendaFoot } from './AgendaFoot.tsx'
import { AgendaRows } from './AgendaRows.tsx'
import { useAgendaEditing, type AgendaEditing } from './use-agenda-editing.ts'
import { useUsualMinutes } from './use-usual-minutes.ts'
import styles from './AgendaEditor.module.css'

/** A group's own agenda, as time and as rows. */
export function AgendaEditor({ group }: { readonly group: Group }) {
  const left = useRead('agenda.kept-draft', { groupId: group.id })
  switch (left.status) {
    case 'reading':
      return <div aria-busy />
    case 'failed':
      return <FailureNotice failure={left.failure} onRetry={left.retry} />
    case 'ready':
      return <Editor group={group} left={left.value} />
  }
}

interface EditorProps {
  readonly group: Group
  /** What was changed and not saved when the editor was left; null where nothing was. */
  readonly left: readonly Phase[] | null
}

function Editor({ group, left }: EditorProps) {
  const editing = useAgendaEditing(group, left)
  const { phases, edit } = editing
  const usual = useUsualMinutes(group.type, null)
  return (
    <article className={styles['editor']} aria-labelledby="agenda-name">
      <header>
        <h2 id="agenda-name" className={styles['name']}>
          <bdi>{group.name}</bdi>
        </h2>
        <p className={styles['about']}>
          {groupTypeNames[group.type]} · {group.lengthMinutes} minutes
        </p>
      </header>
      <AgendaBar
        phases={phases}
        scaleMinutes={Math.max(group.lengthMinutes, totalMinutes(phases))}
        size="large"
      />
      <div>
        <AgendaRows label={`Agenda of ${group.name}`} phases={phases} usual={usual} onEdit={edit} />
        <div className={styles['below']}>
          <Button
            look="plain"
            size="small"
            icon={Plus}
            isDisabled={phases.length >= maxPhases}
            onPress={() =>
              edit(addPhase(phases, phaseIdSchema.parse(crypto.randomUUID()), group.lengthMinutes))
            }
          >
            Add a phase
          </Button>
          <WholeActs group={group} editing={editing} />
        </div>
      </div>
      <AgendaFoot lengthMinutes={group.lengthMinutes} editing={editing} />
    </article>
  )
}

interface WholeActsProps {
  readonly group: Group
  readonly editing: AgendaEditing
}

/** What is done with an agenda as a whole. */
function WholeActs({ group, editing }: WholeActsProps) {
  const [isMakingFile, setIsMakingFile] = useState(false)
  return (
    <div className={styles['wholeActs']}>
      <Button
        look="plain"
        size="small"
        icon={RotateCcw}
        isDisabled={editing.isBusy}
        onPress={() => void editing.takeTemplate()}
      >
        Take the template again
      </Button>
      <Button
        look="plain"
        size="small"
        icon={FolderOpen}
        isDisabled={editing.isBusy}
        onPress={() => void editing.openFile()}
      >
        Open a file
      </Button>
      <Button look="plain" size="small" icon={FileOutput} onPress={() => setIsMakingFile(true)}>
        Save as a file
      </Button>
      {isMakingFile ? (
        <AgendaFileDialog
          group={group}
          isChanged={editing.isChanged}
          onClose={() => setIsMakingFile(false)}
        />
      ) : null}
    </div>
  )
}
