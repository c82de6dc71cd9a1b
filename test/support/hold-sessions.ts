/* oxlint-disable no-await-in-loop -- one after the other is the point */
import type { Page } from 'playwright-core'
import type { GroupType } from '../../src/shared/agenda/group-type.ts'
import { getFromPage, holdSignedSession } from './call-page.ts'
import type { Timepiece } from './timepiece.ts'

interface ToHold {
  readonly group: string
  readonly type: GroupType
  readonly topic: string
  readonly note?: string
  readonly minutes: number
  /** Ben is not in the group. */
  readonly isForOne?: true
}

const longGroup =
  'Thursday evening intensive outpatient, second phase, for those who come from the day programme'

const toHold: readonly ToHold[] = [
  { group: 'Skills', type: 'skills', topic: 'Saying no', note: 'Dee plans the walk home.', minutes: 118 },
  { group: longGroup, type: 'iop-evening', topic: 'ערב בבית: מה עוזר', minutes: 180 },
  { group: 'Friday process', type: 'process', topic: '', minutes: 92, isForOne: true },
]

/** A vault with a signed session, and one a day after it for each that is to be held, with nothing written. */
export async function holdSessions(page: Page, timepiece: Timepiece): Promise<void> {
  const { memberIds } = await holdSignedSession(page, ['Anouk', 'Ben'])
  const { facilitators } = await getFromPage(page, 'roster.read', {})
  const leadId = facilitators[0]?.id ?? ''
  for (const { group, type, topic, note, minutes, isForOne = false } of toHold) {
    await timepiece.pass(24 * 60)
    const { groupId } = await getFromPage(page, 'roster.create-group', {
      name: group.slice(0, 80),
      type,
      lengthMinutes: 180,
      schedule: [],
      part2: 'unsure',
      capacity: 12,
      modality: 'in-person',
    })
    for (const personId of isForOne ? memberIds.slice(0, 1) : memberIds)
      await getFromPage(page, 'roster.enrol', { groupId, personId })
    const session = { groupId, topic, leadId, coLeadIds: [], plannedStartMs: null }
    const { sessionId } = await getFromPage(page, 'session.prepare', session)
    const act = (command: Parameters<typeof getFromPage<'session.act'>>[2]['command']) =>
      getFromPage(page, 'session.act', { sessionId, command })
    await act({ type: 'arrive', personId: memberIds[0] ?? '' })
    await act({ type: 'start', end: 'full-length' })
    if (note !== undefined) await getFromPage(page, 'session.record-note', { sessionId, text: note })
    await timepiece.pass(minutes)
    await act({ type: 'end' })
  }
  await page.reload()
}
