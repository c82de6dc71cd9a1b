import type { GroupType } from '../agenda/group-type.ts'
import type { GroupId, PersonId } from '../ids.ts'
import { z } from '../zod.ts'
import type { SessionRow } from './session-row.ts'

/**
 * Rows on their way from the core to a window. As objects, twenty years are five megabytes that are walked and copied at
 * every border on that way; as one text they are handed on, and what repeats itself in them is written once.
 */
export const rowsTextSchema = z.string().brand<'RowsText'>()
type RowsText = z.infer<typeof rowsTextSchema>

/** What the text says, as JSON: lists of what repeats itself, and rows with places in them. */
interface PackedRows {
  readonly groups: readonly GroupId[]
  readonly types: readonly GroupType[]
  readonly topics: readonly string[]
  readonly leads: readonly (PersonId | null)[]
  readonly rows: readonly PackedRow[]
}

type PackedRow = readonly [
  ids: readonly [
    sessionId: SessionRow['sessionId'],
    group: number,
    type: number,
    topic: number,
    lead: number,
  ],
  number: number,
  heldAtMs: number,
  endedAfterMs: number,
  isFromPaper: 0 | 1,
  plannedMinutes: number,
  elapsedMs: number,
  memberCount: number,
  presentCount: number,
  writtenCount: number,
  signedCount: number,
  awaitingCount: number,
  amendedCount: number,
  riskUnsignedCount: number,
  riskCount: number,
  openFollowUpCount: number,
]

export function writeRows(rows: readonly SessionRow[]): RowsText {
  const groups = createList<GroupId>()
  const types = createList<GroupType>()
  const topics = createList<string>()
  const leads = createList<PersonId | null>()
  const packed: PackedRows = {
    groups: groups.items,
    types: types.items,
    topics: topics.items,
    leads: leads.items,
    rows: rows.map((row): PackedRow => [
      [
        row.sessionId,
        groups.placeOf(row.groupId),
        types.placeOf(row.groupType),
        topics.placeOf(row.topic),
        leads.placeOf(row.leadId),
      ],
      row.number,
      row.heldAtMs,
      row.endedAtMs - row.heldAtMs,
      row.isFromPaper ? 1 : 0,
      row.plannedMinutes,
      row.elapsedMs,
      row.memberCount,
      row.presentCount,
      row.writtenCount,
      row.signedCount,
      row.awaitingCount,
      row.amendedCount,
      row.riskUnsignedCount,
      row.riskCount,
      row.openFollowUpCount,
    ]),
  }
  return rowsTextSchema.parse(JSON.stringify(packed))
}

/** The rows that `writeRows` was given. */
export function readRows(text: RowsText): SessionRow[] {
  // The brand is given by `writeRows` alone.
  const { groups, types, topics, leads, rows }: PackedRows = JSON.parse(text)
  return rows.map((row) => {
    const [[sessionId, group, type, topic, lead], number, heldAtMs, endedAfterMs, isFromPaper] = row
    return {
      sessionId,
      groupId: at(groups, group),
      groupType: at(types, type),
      number,
      topic: at(topics, topic),
      leadId: at(leads, lead),
      heldAtMs,
      endedAtMs: heldAtMs + endedAfterMs,
      isFromPaper: isFromPaper === 1,
      plannedMinutes: row[5],
      elapsedMs: row[6],
      memberCount: row[7],
      presentCount: row[8],
      writtenCount: row[9],
      signedCount: row[10],
      awaitingCount: row[11],
      amendedCount: row[12],
      riskUnsignedCount: row[13],
      riskCount: row[14],
      openFollowUpCount: row[15],
    }
  })
}

/** A list in which equal items stand once. */
function createList<Item>() {
  const items: Item[] = []
  const places = new Map<Item, number>()
  return {
    items,
    placeOf(item: Item): number {
      const place = places.get(item) ?? items.push(item) - 1
      places.set(item, place)
      return place
    },
  }
}

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place]
  if (item === undefined) throw new Error('a row that points beyond its lists')
  return item
}
