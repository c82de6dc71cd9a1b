import { PenLine, Signature } from 'lucide-react'
import { pastDay, timeOfDay } from '../app/time-words.ts'
import { SideEntry, SideList } from './SideList.tsx'
import styles from './SessionSide.module.css'
import type { SessionView } from './session-view.ts'
import { signatureLines } from './signature-lines.ts'

export function Signatures({ view }: { readonly view: SessionView }) {
  const lines = signatureLines(view.state.signed, view)
  return (
    <SideList title="Signatures">
      {lines.length === 0 ? <li className={styles['none']}>Nothing is signed yet.</li> : null}
      {lines.map(({ key, kind, title, wallMs, about }) => (
        <SideEntry
          key={key}
          icon={kind === 'note' || kind === 'co-signature' ? Signature : PenLine}
          title={<bdi>{title}</bdi>}
          about={`${pastDay(wallMs, view.zone, view.opened.now.wallMs)}, ${timeOfDay(wallMs, view.zone)}, ${about}`}
        />
      ))}
    </SideList>
  )
}
