/** A recovery code as it is shown, and which two of its groups are asked for. */
export interface Kit {
  readonly code: string
  readonly groups: readonly string[]
  /** Indexes into `groups`. */
  readonly asked: readonly [number, number]
}

export function kitOf(code: string): Kit {
  const groups = groupsOf(code)
  const asked = pickTwo(groups.length, () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  return { code, groups, asked }
}

/** The groups of four that a recovery code is read and written in. */
export function groupsOf(code: string): readonly string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '')
}

/** Whether what was typed is this group; letters that look alike on paper count as the same. */
export function isSameGroup(typed: string, group: string): boolean {
  return plain(typed) === plain(group)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** Two different groups to ask for, in reading order, so that having it on paper is the easiest way to answer. */
export function pickTwo(count: number, randomUint32: () => number): readonly [number, number] {
  if (count < 2) return [0, 0]
  const first = randomUint32() % count
  const second = (first + 1 + (randomUint32() % (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}
