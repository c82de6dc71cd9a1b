import { ArrowRight, FileOutput } from 'lucide-react'
import { counted } from '../../shared/count.ts'
import type { ListedFile } from '../../shared/ipc/export-calls.ts'
import type { Disclosure } from '../../shared/record/disclosure.ts'
import { useRead } from '../app/api.ts'
import { pastDay } from '../app/time-words.ts'
import { fileWords } from '../papers/file-words.ts'
import type { OpenPapers } from './SessionPapers.tsx'
import { SideEntry, SideList } from './SideList.tsx'
import styles from './SessionSide.module.css'
import type { SessionView } from './session-view.ts'

interface LeftTheVaultProps {
  readonly view: SessionView
  /** Null for a reviewer: of files on this disk only its author knows. */
  readonly onPapers: ((first: OpenPapers) => void) | null
}

const noFiles: readonly ListedFile[] = []

/** What went to somebody, by the ledger, and the files that were made: the vault protects neither any more. */
export function LeftTheVault({ view, onPapers }: LeftTheVaultProps) {
  return onPapers === null ? (
    <Left view={view} files={noFiles} onPapers={null} />
  ) : (
    <WithFiles view={view} onPapers={onPapers} />
  )
}

function WithFiles(props: LeftTheVaultProps) {
  const listed = useRead('export.list', { sessionId: props.view.sessionId })
  return <Left {...props} files={listed.status === 'ready' ? listed.value : noFiles} />
}

interface LeftProps extends LeftTheVaultProps {
  readonly files: readonly ListedFile[]
}

function Left({ view, files, onPapers }: LeftProps) {
  const beside = useRead('session-page.beside', { sessionId: view.sessionId })
  const disclosures = beside.status === 'ready' ? beside.value.disclosures : []
  return (
    <SideList title="Left the vault">
      {disclosures.length === 0 && files.length === 0 ? (
        <li className={styles['none']}>Nothing that the console knows of.</li>
      ) : null}
      {disclosures.map((disclosure) => (
        <Disclosed key={disclosure.disclosureId} view={view} disclosure={disclosure} />
      ))}
      <Files view={view} files={files} onPress={() => onPapers?.('group-summary')} />
    </SideList>
  )
}

interface DisclosedProps {
  readonly view: SessionView
  readonly disclosure: Disclosure
}

function Disclosed({ view: { nameOf, opened }, disclosure }: DisclosedProps) {
  const { disclosedOn, what, recipient, consentReference, personId } = disclosure
  // A day of the ledger has no time and no zone.
  const day = pastDay(Date.parse(`${disclosedOn}T12:00:00Z`), 'UTC', opened.now.wallMs)
  return (
    <SideEntry
      icon={ArrowRight}
      title={
        <>
          <bdi>{what}</bdi>, <bdi>{nameOf(personId)}</bdi>
        </>
      }
      about={
        <>
          {day}, <bdi>{recipient}</bdi>, <bdi>{consentReference}</bdi>
        </>
      }
    />
  )
}

interface FilesProps {
  readonly view: SessionView
  readonly files: readonly ListedFile[]
  readonly onPress: () => void
}

const shownFiles = 3

function Files({ view: { zone, nameOf, opened }, files, onPress }: FilesProps) {
  return (
    <>
      {files.slice(0, shownFiles).map((file) => (
        <SideEntry
          key={file.exportId}
          icon={FileOutput}
          title={<bdi>{fileWords(file, nameOf)}</bdi>}
          about={`${pastDay(file.exportedAtMs, zone, opened.now.wallMs)}, ${stateWords(file)}`}
          onPress={onPress}
        />
      ))}
      {files.length > shownFiles ? (
        <SideEntry
          icon={FileOutput}
          title={counted(files.length - shownFiles, 'more file')}
          about="in the papers of this session"
          onPress={onPress}
        />
      ) : null}
    </>
  )
}

function stateWords({ deletedAtMs, isOnDisk }: ListedFile): string {
  if (deletedAtMs !== null) return 'deleted'
  return isOnDisk ? 'a file on this disk' : 'not in its folder'
}
