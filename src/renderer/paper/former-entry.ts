import type { BodyOf } from '../../shared/session/events.ts'
import type { PaperSheet } from '../../shared/session/paper-sheet.ts'
import type { History } from '../../shared/session/state.ts'

/** A sheet that was entered, with the marks of the same act. */
export interface Entry {
  readonly act: number
  readonly sheet: PaperSheet
  readonly marks: readonly Omit<BodyOf<'mark.made'>, 'type'>[]
}

/** The sheet that was entered last, whether it stands or was taken back; null when none was. */
export function findEntry(history: History | null): Entry | null {
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { act, body } = entry.event
    if (body.type === 'paper.entered') return { act, sheet: body.sheet, marks: withinAct(history, act) }
  }
  return null
}

function withinAct(history: History | null, act: number): Entry['marks'] {
  const marks: Omit<BodyOf<'mark.made'>, 'type'>[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (entry.event.act === act && body.type === 'mark.made') {
      marks.unshift({ personId: body.personId, mark: body.mark })
    }
  }
  return marks
}
