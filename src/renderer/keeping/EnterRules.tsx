import { useState } from 'react'
import type { RetentionRules } from '../../shared/retention/retention-rules.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RulesDialog } from './RulesDialog.tsx'

/** What comes first, before anything can be past its date. */
export function EnterRules({ rules }: { readonly rules: RetentionRules }) {
  const [isEntering, setIsEntering] = useState(false)
  return (
    <>
      <EmptyState
        title="Everything is kept, for now"
        action={
          <Button look="primary" size="large" onPress={() => setIsEntering(true)}>
            Enter how long you keep charts
          </Button>
        }
      >
        How long a chart is kept is for your state to say. Until you have entered that, no chart is past its
        date and none can be erased.
      </EmptyState>
      {isEntering ? <RulesDialog rules={rules} onClose={() => setIsEntering(false)} /> : null}
    </>
  )
}
