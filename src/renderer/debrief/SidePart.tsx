import type { ReactNode } from 'react'
import { TitledPart } from '../ui/TitledPart.tsx'
import styles from './SidePart.module.css'

interface SidePartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of the column at the side, under a line and a heading of its own. */
export function SidePart(props: SidePartProps) {
  return <TitledPart {...props} styles={styles} />
}
