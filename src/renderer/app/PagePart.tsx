import type { ReactNode } from 'react'
import { TitledPart } from '../ui/TitledPart.tsx'
import styles from './PagePart.module.css'

interface PagePartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function PagePart(props: PagePartProps) {
  return <TitledPart {...props} styles={styles} />
}
