import {
  FileKey,
  FileOutput,
  Files,
  FolderLock,
  FolderOutput,
  Globe,
  Laptop,
  MemoryStick,
  PenLine,
  ScrollText,
  SlidersHorizontal,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { counted, listed } from '../../shared/count.ts'
import type { Heap, MeasuredFile, PrivacyMeasure } from '../../shared/ipc/privacy-calls.ts'
import { sizeWords } from '../app/size-words.ts'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { useRole } from '../reviewer/role.tsx'
import { BackupPlaces } from './BackupPlaces.tsx'
import { memoryGuard, memoryWords, vaultFileWords, vaultGuard } from './privacy-words.ts'
import styles from './PrivacyScreen.module.css'

interface PlacesProps {
  readonly measure: PrivacyMeasure
  readonly zone: string
  readonly nowMs: number
}

interface PlaceLine {
  readonly id: string
  readonly icon: LucideIcon
  readonly title: string
  readonly lies: string
  /** Who could read it there. */
  readonly guard: string
  readonly tone?: 'amber'
}

/** Every place that the console writes to, or has anything written to, and what lies there. */
export function Places({ measure, zone, nowMs }: PlacesProps) {
  const { files } = measure
  const isAuthor = useRole() === 'author'
  return (
    <ul className={styles['places']} aria-label="Where things are written">
      {[
        vaultLine(files, zone, nowMs),
        ...otherLines(files),
        ...oddLines(files),
        ...outsideLines(measure),
        ...(isAuthor ? [kitLine] : []),
      ].map((line) => (
        <li key={line.id} className={styles['place']} data-tone={line.tone}>
          <line.icon aria-hidden size={20} strokeWidth={1.5} />
          <h3>{line.title}</h3>
          <p className={styles['guard']}>{line.guard}</p>
          <p className={styles['lies']}>
            <bdi>{line.lies}</bdi>
          </p>
        </li>
      ))}
      {isAuthor ? <BackupPlaces /> : null}
    </ul>
  )
}

function vaultLine({ vault }: PrivacyMeasure['files'], zone: string, nowMs: number): PlaceLine {
  const newest = Math.max(...vault.map(({ changedAtMs }) => changedAtMs))
  const when =
    vault.length === 0 ? '' : `. Last written ${pastDay(newest, zone, nowMs)}, ${timeOfDay(newest, zone)}`
  return {
    id: 'vault',
    icon: FolderLock,
    title: 'The vault',
    lies: `${vault.map(vaultFileWords).join(' · ')}${when}`,
    ...vaultGuard(vault),
  }
}

function otherLines({
  exports,
  preferences,
  computerKey,
  browser,
  logsToFile,
}: PrivacyMeasure['files']): readonly PlaceLine[] {
  return [
    {
      id: 'exports',
      icon: FileOutput,
      title: 'Documents in the console’s folder',
      lies: heapWords(exports),
      guard: exports.fileCount === 0 ? 'Nothing there' : 'Read by whoever has them',
    },
    {
      id: 'preferences',
      icon: SlidersHorizontal,
      title: 'Preferences',
      lies: preferences === null ? 'No file' : sizeWords(preferences.bytes),
      guard: preferences === null ? 'Nothing there' : 'What it says: not measured here',
    },
    ...(computerKey === null ? [] : [computerLine(computerKey)]),
    {
      id: 'browser',
      icon: Globe,
      title: 'What the window’s browser keeps',
      lies: heapWords(browser),
      guard: browserGuard(browser),
    },
    {
      id: 'log',
      icon: ScrollText,
      title: 'Log',
      lies: logsToFile ? 'Whoever started the console has its reports written to a file' : 'No file',
      guard: logsToFile ? 'What it says: not measured here' : 'Nothing there',
    },
  ]
}

function computerLine({ name, bytes }: MeasuredFile): PlaceLine {
  return {
    id: 'computer',
    icon: Laptop,
    title: 'This computer’s key',
    lies: `${name} ${sizeWords(bytes)}`,
    guard: 'Opened by whoever is signed in; its seal: not measured here',
  }
}

function browserGuard({ fileCount, isInMemory }: PrivacyMeasure['files']['browser']): string {
  if (fileCount === 0) return 'Nothing there'
  if (isInMemory === null) return 'Whether in memory: not measured here'
  return isInMemory ? 'In memory, gone when it ends' : 'On the disk, wiped when it ends'
}

/** What lies where nothing is expected, by name, and what is open to be written to anywhere else. */
function oddLines({ beside, openElsewhere }: PrivacyMeasure['files']): readonly PlaceLine[] {
  const more = beside.names.length < beside.fileCount ? ', and more' : ''
  const foreign: PlaceLine = {
    id: 'beside',
    icon: Files,
    title: 'Beside them, in the same folder',
    lies: `${heapWords(beside)}: ${listed(beside.names)}${more}`,
    guard: 'The program’s own, or put there',
  }
  const isOpen = openElsewhere !== null && openElsewhere > 0
  const elsewhere: PlaceLine = {
    id: 'elsewhere',
    icon: PenLine,
    title: 'Open anywhere else',
    lies: openElsewhere === null ? 'Not measured here' : `${counted(openElsewhere, 'file')} on any disk`,
    guard: isOpen ? 'Being written to now' : 'Being written to now, outside of these places',
    ...(isOpen ? { tone: 'amber' as const } : {}),
  }
  return beside.names.length === 0 ? [elsewhere] : [foreign, elsewhere]
}

/** Beyond the console’s own folder. */
function outsideLines({ exported: { elsewhere }, memory }: PrivacyMeasure): readonly PlaceLine[] {
  const { folderCount, madeCount, onDiskCount } = elsewhere
  return [
    {
      id: 'chosen',
      icon: FolderOutput,
      title: 'Documents in folders that you chose',
      lies:
        madeCount === 0
          ? 'None was written to one'
          : `${onDiskCount} of ${madeCount} in ${counted(folderCount, 'folder')} ${onDiskCount === 1 ? 'stands' : 'stand'} where written`,
      guard: madeCount === 0 ? 'Nothing there' : 'Copies of them: not measured here',
    },
    {
      id: 'memory',
      icon: MemoryStick,
      title: 'What is in the memory',
      lies: memoryWords(memory),
      ...memoryGuard(memory),
    },
  ]
}

const kitLine: PlaceLine = {
  id: 'kit',
  icon: FileKey,
  title: 'The page with the recovery code',
  lies: 'Where you saved or printed it, the console keeps no list',
  guard: 'Not measured here',
}

function heapWords({ fileCount, bytes }: Heap): string {
  return fileCount === 0 ? 'No file' : `${counted(fileCount, 'file')}, ${sizeWords(bytes)}`
}
