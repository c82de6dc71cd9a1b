import type { Seated } from '../live/seated.ts'

interface NamesProps {
  readonly people: readonly Pick<Seated, 'personId' | 'name'>[]
}

/** `Ana, Ben, and Cal`, each name in its own direction. */
export function Names({ people }: NamesProps) {
  const nameOf = new Map<string, string>(people.map(({ personId, name }) => [personId, name]))
  return new Intl.ListFormat('en', { type: 'conjunction' })
    .formatToParts(nameOf.keys())
    .map(({ type, value }) => (type === 'element' ? <bdi key={value}>{nameOf.get(value)}</bdi> : value))
}
