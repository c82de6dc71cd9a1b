import { KeyRound, Laptop, Lock, NotebookPen, WifiOff, type LucideIcon } from 'lucide-react'
import { useRead } from '../app/api.ts'
import { useLock } from '../app/lock.ts'
import { PagePart } from '../app/PagePart.tsx'
import { BackupPart } from '../backup/BackupPart.tsx'
import { DisclosuresPart } from '../disclosures/DisclosuresPart.tsx'
import { KeepingPart } from '../keeping/KeepingPart.tsx'
import { KeysPart } from '../keys/KeysPart.tsx'
import { FilesPart } from '../papers/FilesPart.tsx'
import { PrivacyPart } from '../privacy/PrivacyPart.tsx'
import { RebuildPart } from '../rebuild/RebuildPart.tsx'
import { AccessPart } from '../reviewer/AccessPart.tsx'
import { ReviewersPart } from '../reviewer/ReviewersPart.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './VaultPage.module.css'

interface Kept {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  /** Where this computer may open the vault too. */
  readonly textWithComputerKey?: string
}

const promises: readonly Kept[] = [
  {
    icon: Laptop,
    title: 'It is on this computer',
    text: 'The vault is a folder of three files in the console’s own place on the disk: the lock, the record and the private notes. A backup is a copy of the lock and the record, where you have it put.',
  },
  {
    icon: KeyRound,
    title: 'It is encrypted with what you know',
    text: 'The keys are locked with your passphrase and with your recovery code. Neither is written down on this computer.',
    textWithComputerKey:
      'The keys are locked with your passphrase, with your recovery code, and with a secret that this computer keeps for whoever is signed in as you. Passphrase and code are not written down on this computer.',
  },
  {
    icon: NotebookPen,
    title: 'Private notes are apart',
    text: 'They are in a file of their own under a key of their own. No document is made from them, and no backup holds them.',
  },
  {
    icon: WifiOff,
    title: 'Nothing is sent',
    text: 'The console asks no other computer for anything, not for updates, fonts or spelling.',
  },
]

const limits: readonly string[] = [
  'While the vault is unlocked, anyone at this keyboard can read it. Lock it when you leave.',
  'A reviewer reads all of the record. What they copied before they were revoked stays readable to them.',
  'A document that you export has left the vault. Without a password of its own, whoever has it can read it.',
  'Somebody who controls this computer, or records its keys or its screen, can see what you see.',
  'The computer may write its memory to the disk when it sleeps. Full-disk encryption protects that.',
  'Private notes are kept apart from the record, but a court may still order that they be shown.',
  'A backup opens with the passphrase and the recovery code of the day on which it was made, also after you have changed them.',
  'If the passphrase and the recovery code are both lost, nobody can open the vault.',
]

/** Who can open this, and what leaves this machine: said once, in words that are true. */
export function VaultPage() {
  const lock = useLock()
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>Vault & privacy</h1>
          <Button look="primary" icon={Lock} keys="Ctrl L" aria-keyshortcuts="Control+L" onPress={lock}>
            Lock now
          </Button>
        </header>
        <BackupPart />
        <ReviewersPart />
        <FilesPart />
        <Promises />
        <RebuildPart />
      </div>
      <aside className={styles['side']} aria-label="More of the vault">
        <PrivacyPart />
        <AccessPart />
        <DisclosuresPart />
        <KeysPart />
        <KeepingPart />
        <Limits />
      </aside>
    </div>
  )
}

const computerLimit =
  'Where you let this computer’s key open the vault, whoever is signed in here as you can open it.'

function Promises() {
  const computerKey = useRead('computer-key.state', {})
  const isKept = computerKey.status === 'ready' && !['not-here', 'off'].includes(computerKey.value)
  return (
    <PagePart title="What is promised">
      <ul className={styles['promises']}>
        {promises.map(({ icon: Icon, title, text, textWithComputerKey = text }) => (
          <li key={title}>
            <Icon aria-hidden size={20} strokeWidth={1.5} />
            <h3>{title}</h3>
            <p>{isKept ? textWithComputerKey : text}</p>
          </li>
        ))}
      </ul>
    </PagePart>
  )
}

function Limits() {
  const computerKey = useRead('computer-key.state', {})
  const isOffered = computerKey.status === 'ready' && computerKey.value !== 'not-here'
  return (
    <PagePart title="What is not promised">
      <ul className={styles['limits']}>
        {[...limits, ...(isOffered ? [computerLimit] : [])].map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </PagePart>
  )
}
