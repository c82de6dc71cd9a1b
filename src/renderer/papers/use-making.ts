import { useState } from 'react'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { ExportedFile, FileBatch } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import type { Paper, SheetNaming } from '../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../shared/result.ts'
import { useAct, usePush, type Act } from '../app/api.ts'
import type { PaperId } from './paper-kinds.ts'

/** All that can be chosen for a document; each takes what concerns it. */
export interface PaperChoices {
  readonly paper: Paper
  /** Empty for none. */
  readonly password: string
  readonly naming: SheetNaming
  readonly personId: PersonId | null
  readonly consent: Consent
  readonly form: 'pdf' | 'fhir'
}

/** What came of it. */
export interface Made {
  readonly files: readonly ExportedFile[]
  readonly total: number
  readonly wasCancelled: boolean
  /** What kept the rest from being made. */
  readonly failure: Failure | null
}

interface Progress {
  readonly done: number
  readonly total: number
}

/** Makes documents of a session. */
export function useMaking(sessionId: SessionId) {
  const { act, isBusy, failure, forget } = useAct()
  const [made, setMade] = useState<Made | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  usePush('export.progress', setProgress)
  return {
    isBusy,
    failure,
    made,
    progress: isBusy ? progress : null,
    forget() {
      forget()
      setMade(null)
    },
    async make(id: PaperId, choices: PaperChoices) {
      setMade(null)
      setProgress(null)
      const answer = await makePaper(act, sessionId, id, choices)
      if (answer.ok) setMade(answer.value)
    },
  }
}

async function makePaper(
  act: Act['act'],
  sessionId: SessionId,
  id: PaperId,
  choices: PaperChoices,
): Promise<Result<Made, Failure>> {
  const { paper, naming, password } = choices
  const printing = { paper, password: password === '' ? null : password }
  switch (id) {
    case 'group-summary':
      return one(await act('export.group-summary', { sessionId, ...printing }))
    case 'de-identified-summary':
      return one(await act('export.de-identified-summary', { sessionId, ...printing }))
    case 'supervision-summary':
      return one(await act('export.supervision-summary', { sessionId, ...printing }))
    case 'attendance-sheet':
      return one(await act('export.attendance-sheet', { sessionId, naming, ...printing }))
    case 'attendance-table':
      return one(await act('export.attendance-table', { sessionId, naming }))
    case 'note':
      return makeNote(act, sessionId, choices, printing)
    case 'note-bundles':
      return many(await act('export.note-bundles', { sessionId }))
    case 'notes':
      return many(await act('export.notes', { sessionId, ...printing }))
  }
}

async function makeNote(
  act: Act['act'],
  sessionId: SessionId,
  { personId, consent, form }: PaperChoices,
  printing: { readonly paper: Paper; readonly password: string | null },
): Promise<Result<Made, Failure>> {
  if (personId === null) return fail({ code: 'not-found' })
  const note = { sessionId, personId, consent }
  return one(
    form === 'pdf'
      ? await act('export.note', { ...note, ...printing })
      : await act('export.note-bundle', note),
  )
}

function one(answer: Result<ExportedFile, Failure>): Result<Made, Failure> {
  return answer.ok ? succeed({ files: [answer.value], total: 1, wasCancelled: false, failure: null }) : answer
}

/** Only what is printed takes so long that somebody can end it. */
function many(
  answer: Result<FileBatch & Partial<Pick<Made, 'wasCancelled'>>, Failure>,
): Result<Made, Failure> {
  if (!answer.ok) return answer
  const { wasCancelled = false, failure, ...made } = answer.value
  return succeed({ ...made, wasCancelled, failure: failure === null ? null : { code: failure } })
}
