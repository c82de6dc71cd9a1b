import type { ReactNode, RefObject } from 'react'
import type { NoteFormat } from '../../shared/record/note.ts'
import { noteSections, type NotePart } from '../../shared/record/note-sections.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Response } from '../../shared/record/debrief.ts'
import { fieldName } from './field-name.ts'
import { GoalsAddressed } from './GoalsAddressed.tsx'
import { marksIn } from './MarkedText.tsx'
import { Paragraph } from './Paragraph.tsx'
import type { Remark } from './remark.ts'
import type { Saver } from './saver.ts'

interface WrittenParts {
  readonly personId: PersonId
  readonly saver: Saver<Response>
  readonly value: Response
  readonly format: NoteFormat
  readonly remarks: readonly Remark[]
  readonly firstText: RefObject<HTMLTextAreaElement | null>
}

/** The parts of a note that are written, each with its field. */
export function writtenParts(
  parts: WrittenParts,
): Readonly<Record<'goals' | 'response' | 'plan', ReactNode>> {
  const { personId, saver, value, format, remarks, firstText } = parts
  const leave = () => void saver.flush()
  return {
    goals: (
      <GoalsAddressed
        personId={personId}
        goals={value.goals}
        remarks={remarks}
        onChange={(goals) => saver.change({ ...value, goals })}
        onLeave={leave}
      />
    ),
    response: (
      <Paragraph
        look="bare"
        label={`${nameOf(format, 'response')}, their response`}
        placeholder="What did they do, and what does it show?"
        name={fieldName({ field: 'response', index: 0 })}
        value={value.response}
        marks={marksIn(remarks, { field: 'response', index: 0 })}
        onChange={(response) => saver.change({ ...value, response })}
        onLeave={leave}
        textRef={firstText}
      />
    ),
    plan: (
      <Paragraph
        look="bare"
        label={`${nameOf(format, 'plan')}, their next step`}
        placeholder="What do they take along until next session?"
        name={fieldName({ field: 'plan', index: 0 })}
        value={value.plan}
        marks={marksIn(remarks, { field: 'plan', index: 0 })}
        onChange={(plan) => saver.change({ ...value, plan })}
        onLeave={leave}
      />
    ),
  }
}

/** The heading that a part stands under. */
function nameOf(format: NoteFormat, part: NotePart): string {
  return noteSections[format].find(({ parts }) => parts.includes(part))?.name ?? ''
}
