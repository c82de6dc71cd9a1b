import { chosenSpan, moveTo, type Choice } from '../sessions/choice.ts'

/** A line that can be among those chosen. */
export interface ChoosableLine {
  readonly id: string
  readonly mayBeChosen: boolean
}

/** The current line, those chosen before, and the span that Shift draws from where it began. */
export interface Choosing {
  readonly place: Choice
  readonly kept: ReadonlySet<string>
}

export const nothingChosen: Choosing = { place: { current: 0, anchor: null }, kept: new Set() }

/** All that are chosen, in the order of the lines. */
export function chosenIds(lines: readonly ChoosableLine[], { place, kept }: Choosing): readonly string[] {
  const span = chosenSpan(place)
  return lines
    .filter(
      ({ id, mayBeChosen }, index) =>
        mayBeChosen && (kept.has(id) || (span !== null && index >= span.first && index <= span.last)),
    )
    .map(({ id }) => id)
}

/** Goes to a line; with Shift, chooses all from where it began as well. */
export function goTo(
  lines: readonly ChoosableLine[],
  choosing: Choosing,
  target: number,
  extending: boolean,
): Choosing {
  if (extending) return { ...choosing, place: moveTo(choosing.place, target, true) }
  return { place: { current: target, anchor: null }, kept: new Set(chosenIds(lines, choosing)) }
}

/** Chooses a line, or lets go of it. */
export function toggle(lines: readonly ChoosableLine[], choosing: Choosing, target: number): Choosing {
  const kept = new Set(chosenIds(lines, choosing))
  const line = lines[target]
  if (line?.mayBeChosen === true && !kept.delete(line.id)) kept.add(line.id)
  return { place: { current: target, anchor: null }, kept }
}

export function chooseAll(lines: readonly ChoosableLine[], { place }: Choosing): Choosing {
  const all = lines.filter(({ mayBeChosen }) => mayBeChosen).map(({ id }) => id)
  return { place: { ...place, anchor: null }, kept: new Set(all) }
}

export function chooseNone({ place }: Choosing): Choosing {
  return { place: { ...place, anchor: null }, kept: new Set() }
}
