import type { ReactNode } from 'react'
import { TitledPart } from '../ui/TitledPart.tsx'
import styles from './AboutPart.module.css'

interface AboutPartProps {
  readonly title: string
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** One thing that is known of somebody, beside their plots, with what changes it. */
export function AboutPart(props: AboutPartProps) {
  return <TitledPart {...props} styles={styles} />
}
