import { mendLossKindSchema, type MendLoss, type MendLossKind } from '../../../../shared/ipc/mend-calls.ts'
import type { FilledTable } from './fill-anew.ts'

/** What each table is to whoever reads of it. What is folded from the logs is made anew and told of with them. */
export const tablesOfLosses: Readonly<Record<MendLossKind, readonly string[]>> = {
  'signed-notes': ['signed_note'],
  'record-notes': ['record_note'],
  groups: ['therapy_group'],
  members: ['member', 'member_alias'],
  facilitators: ['facilitator'],
  'private-notes': ['private_note'],
  enrolments: ['enrolment', 'group_waiting'],
  agendas: ['agenda_phase', 'group_meeting', 'group_measure', 'seat_place'],
  drafts: [
    'debrief_shared',
    'debrief_intervention',
    'debrief_response',
    'debrief_goal',
    'amendment_draft',
    'follow_up_draft',
    'scale_follow_up_draft',
    'supervision_comment_draft',
  ],
  modalities: ['session_modality'],
  goals: ['goal'],
  care: ['care_entry'],
  scales: ['scale_result'],
  'follow-ups': ['scale_follow_up', 'scale_follow_up_owner', 'scale_follow_up_closing'],
  comments: ['supervision_comment', 'supervision_comment_read', 'supervision_comment_taken_back'],
  disclosures: ['disclosure'],
  files: ['exported_file', 'exported_file_of_group'],
  accesses: ['access_entry'],
  holds: ['legal_hold', 'chart_of_age'],
  erasures: ['erasure', 'destroyed'],
  imports: ['import', 'imported'],
  settings: [
    'backup',
    'backup_rules',
    'care_rules',
    'clinic',
    'conceal_pin',
    'export_folder',
    'facilitator_pin',
    'measure',
    'record_rules',
    'retention_rules',
    'safety_card',
    'saved_view',
  ],
  touches: ['interaction_count'],
}

/** What of a database is lost that no log gives back. `leftOut` counts rows that belonged to what cannot be read. */
export function listLosses(
  tables: ReadonlyMap<string, FilledTable>,
  leftOut: ReadonlyMap<string, number>,
): MendLoss[] {
  return mendLossKindSchema.options.flatMap((kind) => {
    let count = 0
    let isAtLeast = false
    for (const name of tablesOfLosses[kind]) {
      const table = tables.get(name)
      count += leftOut.get(name) ?? 0
      if (table === undefined) continue
      count += table.refusedCount + table.missing.keys.length
      isAtLeast ||= table.gaps.length > 0 && !table.missing.isAll
    }
    return count > 0 || isAtLeast ? [{ kind, count, isAtLeast }] : []
  })
}
