import type { RoomView } from '../../shared/room/room-view.ts'

/** What stands in the ring. */
interface RoomWords {
  readonly title: string
  readonly words: string
}

export function roomWords({ stage, phase }: RoomView): RoomWords {
  if (stage === 'before') return { title: 'Welcome', words: 'we begin soon' }
  if (stage === 'after' || phase === null) return { title: 'Thank you', words: 'the session has ended' }
  if (stage === 'break') return { title: 'Break', words: `then ${phase.name}` }
  if (stage === 'paused') return { title: phase.name, words: 'a short pause' }
  const left = leftWords(phase.remainingSeconds)
  // A break may go by another name.
  const isNamed = phase.kind !== 'break' || /break|pause/iu.test(phase.name)
  return { title: phase.name, words: isNamed ? left : `a break · ${left}` }
}

const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const fives = ['', '', '', 'fifteen', 'twenty', 'twenty-five', 'thirty']
const moreFives = ['thirty-five', 'forty', 'forty-five', 'fifty', 'fifty-five']

/** Nobody in a circle counts seconds: minutes up to ten, fives up to an hour, halves of an hour from there on. */
export function leftWords(seconds: number): string {
  if (seconds === 0) return 'coming to a close'
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes === 1) return 'about a minute'
  if (minutes <= 10) return `about ${ones[minutes] ?? ''} minutes`
  const five = Math.round(minutes / 5)
  if (five <= 2) return 'about ten minutes'
  if (five < 12) return `about ${[...fives, ...moreFives][five] ?? ''} minutes`
  return hourWords(Math.round(minutes / 30))
}

function hourWords(halves: number): string {
  const hours = Math.floor(halves / 2)
  if (halves === 2) return 'about an hour'
  if (halves === 3) return 'about an hour and a half'
  return halves % 2 === 0 ? `about ${ones[hours] ?? ''} hours` : `about ${ones[hours] ?? ''} and a half hours`
}
