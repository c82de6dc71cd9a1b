import { FileSearch } from 'lucide-react'
import { useState } from 'react'
import type { FileVerdict } from '../../shared/ipc/export-calls.ts'
import { useAct } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { shortDay, timeOfDay } from '../app/time-words.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { fileWords } from './file-words.ts'
import styles from './FilesPart.module.css'

/** Says of a file that somebody brings whether it is one of this vault's, and unaltered. */
export function VerifyFile() {
  const { act, isBusy, failure } = useAct()
  const [verdict, setVerdict] = useState<FileVerdict | null>(null)
  const verify = async () => {
    const answer = await act('export.verify', {})
    if (answer.ok && answer.value !== null) setVerdict(answer.value)
  }
  return (
    <section aria-labelledby="verify-title" className={styles['verify']}>
      <h3 id="verify-title" className={styles['title']}>
        Verify a file
      </h3>
      <p className={styles['soft']}>
        Compares a PDF, a FHIR document or a table, bit for bit, with what this vault has written. One that
        was changed is still known by the code inside it; a table carries none, and of a file with a password
        the code is encrypted with the rest.
      </p>
      <Button icon={FileSearch} isDisabled={isBusy} onPress={() => void verify()}>
        Choose a file
      </Button>
      {verdict === null ? null : <Verdict verdict={verdict} />}
      <FailureNotice failure={failure} />
    </section>
  )
}

function Verdict({ verdict }: { readonly verdict: FileVerdict }) {
  const zone = useNow(60_000)?.zone ?? 'UTC'
  if (verdict.kind === 'unknown') {
    return (
      <Notice tone="amber" announce="polite" title="This vault has not written this file">
        <p>
          {verdict.carried === null
            ? 'It carries no code of the console’s. It may be somebody else’s, or a changed one of ours that carries none: a table, or one with a password.'
            : `It carries the code ${verdict.carried.code}, version ${verdict.carried.version}, which this vault has not given. Anybody could have typed that.`}
        </p>
      </Notice>
    )
  }
  const { file, currentVersion } = verdict
  const { code, version, exportedAtMs } = file
  const made = `${shortDay(exportedAtMs, zone)}, ${timeOfDay(exportedAtMs, zone)}`
  const what = `${fileWords(file, () => undefined)}, ${code}${version === null ? '' : `, version ${version}`}, made ${made}.`
  if (verdict.kind === 'altered') {
    return (
      <Notice tone="amber" announce="polite" title="It says that it is ours, and was altered">
        <p>
          By its code it is the {what} It is not as it was written: do not rely on it, and make it again from
          the record.
        </p>
      </Notice>
    )
  }
  return (
    <Notice announce="polite" title="Unaltered: exactly as this vault wrote it">
      <p>
        {what}{' '}
        {currentVersion === null || version === null || currentVersion === version
          ? ''
          : `The record has gone on since: it is at version ${currentVersion} now.`}
      </p>
    </Notice>
  )
}
