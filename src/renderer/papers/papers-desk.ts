import type { Desk } from '../debrief/desk.ts'

/** What the papers need of the desk that they are made on: they are made from the Session page as well. */
export type PapersDesk = Pick<Desk, 'facts' | 'drafts'>
