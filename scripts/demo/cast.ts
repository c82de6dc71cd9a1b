import type { Author, Facilitator, Group, Member } from '../../test/support/drive.ts'

// Everyone here is invented.

export const author: Author = {
  name: 'Nora Field',
  credentials: 'LCSW',
  clinic: 'Harbor Street Outpatient',
  passphrase: 'otter lantern quarry violet',
}
export const coLead: Facilitator = { name: 'Maya Reed', credentials: 'LPC, CADC' }
export const group: Group = { name: 'Relapse Prevention', isOnTuesdays: true, part2: 'part2' }
export const topic = 'High-risk evenings'
export const nextTopic = 'Urges on the way home'

/** Minutes that the group changes in the agenda of its type. */
export const agendaMinutes: Readonly<Record<string, number>> = {
  'Check-in round': 12,
  Topic: 20,
  Discussion: 25,
  'High-risk situations': 18,
}

/** In the order of their seats. */
export const members: readonly Member[] = [
  ...['Ana', 'Ben', 'Cal', 'Dee', 'Hal', 'Eli', 'Fay', 'Gus', 'Ida'].map((name, index) => ({
    name,
    chartId: `HS-20${index + 1}`,
  })),
  { name: 'Jo', chartId: 'HS-210', hasAgreed: false },
]

/** The seat's key of each of them. */
export const keys = {
  Ana: '1',
  Ben: '2',
  Cal: '3',
  Dee: '4',
  Hal: '5',
  Eli: '6',
  Fay: '7',
  Gus: '8',
  Ida: '9',
  Jo: '0',
}
export const leadKey = 'F'
export const coLeadKey = 'G'

/** Who takes the turns of each voice of the recording. Gus listens: someone has not been heard. */
export const voices: Readonly<Record<string, string>> = {
  spk00: coLeadKey,
  spk01: keys.Ben,
  spk02: leadKey,
  spk03: keys.Ida,
  spk04: keys.Ana,
  spk05: keys.Jo,
  spk06: keys.Dee,
  spk07: keys.Cal,
  spk08: keys.Hal,
  spk09: keys.Fay,
  spk10: keys.Eli,
}

export const shared = {
  'Your interventions': 'Taught the course of an urge. Led urge surfing for two minutes.',
  'Interventions of Maya Reed': 'Gathered how it had been, and asked for one next step from each.',
  'Group process':
    'Agreements repeated; the new member agreed aloud. The group left a long silence to stand.',
  'Plan until next session': 'Each names one risky evening and one person to call.',
}

/** Assessment and plan, by the figure of the seat. */
export const notes: readonly (readonly [figure: string, response: string, plan: string])[] = [
  ['1', 'Told what helped on Friday, and answered two questions.', 'An evening class on Friday.'],
  ['2', 'Spoke of the pause before answering; practised it once.', 'Phone away after ten.'],
  ['3', 'Listened throughout, and nodded when the hour before was named.', 'One sentence next session.'],
  ['5', 'Came late, and said so. Took part in urge surfing.', 'Sleep before midnight.'],
  ['9', 'Gave feedback to another member in kind words.', 'Tells one more friend.'],
  [
    '4',
    'Named the walk home after late shifts as a trigger, and took feedback on it.',
    'The other way home.',
  ],
]
