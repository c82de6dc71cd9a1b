import type { GroupType } from './group-type.ts'
import type { PhaseKind, TemplatePhase } from './phase.ts'

export interface AgendaTemplate {
  readonly type: GroupType
  readonly lengthMinutes: number
  readonly phases: readonly TemplatePhase[]
  /** A sentence for the facilitator before the first phase, where the group's frame asks for one. */
  readonly prompt?: string
}

interface Shape {
  readonly minimum?: number
  readonly kind?: PhaseKind
  readonly isProtected?: boolean
}

// Where the field names no minimum, the planned minutes are the minimum: nothing is trimmed that a clinic did not allow.
function phase(name: string, minutes: number, shape: Shape = {}): TemplatePhase {
  return {
    name,
    kind: shape.kind ?? 'plain',
    minutes,
    minimumMinutes: shape.minimum ?? minutes,
    isProtected: shape.isProtected ?? false,
  }
}

function round(name: string, minutes: number, minimum: number): TemplatePhase {
  return phase(name, minutes, { minimum, kind: 'round' })
}

function closing(name: string, minutes: number, minimum: number): TemplatePhase {
  return phase(name, minutes, { minimum, kind: 'round', isProtected: true })
}

function pause(name: string, minutes: number): TemplatePhase {
  return phase(name, minutes, { kind: 'break' })
}

/**
 * The ten ways a group of an Intensive Outpatient Program usually runs, in minutes. The first phase carries the
 * reminder of confidentiality, the last is protected. Lengths and minima: the program's own practice facts, to be
 * edited by each clinic.
 */
export const agendaTemplates: Readonly<Record<GroupType, AgendaTemplate>> = {
  psychoeducation: {
    type: 'psychoeducation',
    lengthMinutes: 90,
    phases: [
      phase('Opening & agreements', 5, { minimum: 3 }),
      round('Check-in round', 15, 10),
      phase('Home-practice review', 10, { minimum: 5 }),
      phase('Teaching', 25, { minimum: 15 }),
      phase('Discussion', 20, { minimum: 10 }),
      phase('Summary & task', 10, { minimum: 5 }),
      closing('Check-out round', 5, 5),
    ],
  },
  skills: {
    type: 'skills',
    lengthMinutes: 120,
    phases: [
      phase('Opening & mindfulness', 10, { minimum: 5 }),
      round('Home-practice round', 45, 25),
      pause('Break', 10),
      phase('New skill', 30, { minimum: 20 }),
      phase('Rehearsal / role-play', 15, { minimum: 10 }),
      phase('Assign practice', 5, { minimum: 5 }),
      closing('Check-out round', 5, 5),
    ],
  },
  mindfulness: {
    type: 'mindfulness',
    lengthMinutes: 120,
    phases: [
      phase('Opening & agreements', 5),
      phase('Practice & debrief', 15),
      phase('Practice review', 15),
      phase('Exercise', 25),
      pause('Break', 10),
      phase('Meditation', 15),
      phase('Topic', 20),
      phase('Home practice', 10),
      phase('Close', 5, { isProtected: true }),
    ],
  },
  process: {
    type: 'process',
    lengthMinutes: 90,
    phases: [
      phase('Opening & frame', 5, { minimum: 3 }),
      round('Agenda go-round', 20, 10),
      phase('Working time', 45, { minimum: 30 }),
      phase('Review of the meeting', 15, { minimum: 10 }),
      closing('Check-out round', 5, 5),
    ],
  },
  'relapse-prevention': {
    type: 'relapse-prevention',
    lengthMinutes: 90,
    phases: [
      phase('Opening & agreements', 5, { minimum: 3 }),
      round('Check-in round', 10, 8),
      phase('Topic', 15, { minimum: 10 }),
      phase('Discussion', 30, { minimum: 20 }),
      phase('High-risk situations', 20, { minimum: 10 }),
      phase('Plan until next session', 5, { minimum: 5 }),
      closing('Check-out round', 5, 5),
    ],
  },
  'relapse-prevention-early': {
    type: 'relapse-prevention-early',
    lengthMinutes: 50,
    phases: [
      phase('Opening & agreements', 5),
      round('Calendar & check-in', 15, 15),
      phase('Skill', 20),
      phase('Plan', 10, { isProtected: true }),
    ],
  },
  trauma: {
    type: 'trauma',
    lengthMinutes: 90,
    prompt: 'Headlines, not details.',
    phases: [
      phase('Grounding & agreements', 5, { minimum: 5 }),
      round('Check-in round', 25, 15),
      phase('Reading', 3),
      phase('Topic, coping skill', 40, { minimum: 25 }),
      closing('Check-out round', 12, 10),
      phase('Grounding & leave-taking', 5, { minimum: 5, isProtected: true }),
    ],
  },
  support: {
    type: 'support',
    lengthMinutes: 90,
    phases: [
      phase('Opening & agreements', 5),
      round('Check-in round', 20, 20),
      phase('Open sharing', 45),
      phase('Feedback & resources', 10),
      closing('Check-out', 10, 8),
    ],
  },
  family: {
    type: 'family',
    lengthMinutes: 90,
    prompt: 'Problem-solving in six steps: define, list, weigh, choose, plan, review.',
    phases: [
      phase('Socialising & agreements', 15),
      round('Go-around', 20, 20),
      phase('Choose one problem', 5),
      phase('Problem-solving', 45),
      phase('Socialising', 5, { isProtected: true }),
    ],
  },
  'iop-evening': {
    type: 'iop-evening',
    lengthMinutes: 180,
    phases: [
      phase('Block A: check-in & process', 50),
      pause('Break', 10),
      phase('Block B: psychoeducation or skills', 50),
      pause('Break', 10),
      phase('Block C: relapse prevention or rehearsal', 45),
      closing('Closing round & plan', 15, 12),
    ],
  },
}
