/** Puts the focus on the seat that was chosen last, on the first one, or, in an empty circle, on the circle itself. */
export function focusSeat(circle: HTMLElement | null): void {
  const seat =
    circle?.querySelector<HTMLElement>('li[data-selected] > button') ??
    circle?.querySelector<HTMLElement>('li[data-kind] > button')
  const target = seat ?? circle
  target?.focus({ preventScroll: true })
}
