import { ShieldCheck } from 'lucide-react'
import { groupTypeNames } from '../../shared/agenda/group-type.ts'
import type { AgendaTemplate } from '../../shared/agenda/templates.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { AgendaBar } from './AgendaBar.tsx'
import { useUsualMinutes } from './use-usual-minutes.ts'
import styles from './TemplateView.module.css'

interface TemplateViewProps {
  readonly template: AgendaTemplate
  readonly hasGroups: boolean
}

/** A template to look at. Groups take it over and change their own copy. */
export function TemplateView({ template, hasGroups }: TemplateViewProps) {
  const { go } = usePlace()
  const usual = useUsualMinutes(template.type, null)
  return (
    <article className={styles['template']} aria-labelledby="template-name">
      <header>
        <h2 id="template-name" className={styles['name']}>
          {groupTypeNames[template.type]}
        </h2>
        <p className={styles['about']}>
          {template.lengthMinutes} minutes{template.prompt === undefined ? '' : ` · ${template.prompt}`}
        </p>
      </header>
      <AgendaBar phases={template.phases} scaleMinutes={template.lengthMinutes} size="large" />
      <ol className={styles['phases']}>
        {template.phases.map((phase, index) => (
          // Two breaks of a template are alike; only their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles['phase']}>
            <span className={styles['phaseName']}>{phase.name}</span>
            <span className={styles['soft']}>
              {phase.kind === 'plain' ? '' : phase.kind}
              {phase.isProtected ? (
                <>
                  <ShieldCheck aria-hidden size={15} strokeWidth={2} /> protected
                </>
              ) : null}
            </span>
            <span className={styles['soft']}>
              {phase.minimumMinutes < phase.minutes ? `at least ${phase.minimumMinutes}` : ''}
            </span>
            <span className={styles['soft']}>{usualWords(usual(phase.name))}</span>
            <span className={styles['minutes']}>{phase.minutes} min</span>
          </li>
        ))}
      </ol>
      <footer className={styles['foot']}>
        <p className={styles['soft']}>
          A new group of this type starts with this agenda, fitted to its length. Changing a group’s agenda
          leaves the template as it is.
        </p>
        {hasGroups ? null : (
          <Button look="primary" onPress={() => go({ name: 'groups', isNew: true })}>
            Create the first group
          </Button>
        )}
      </footer>
    </article>
  )
}

function usualWords(minutes: number | null): string {
  return minutes === null ? '' : `you: ${minutes}`
}
