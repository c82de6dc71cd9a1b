/** Puts the keyboard on what came in the place of what had it, unless somebody has gone on elsewhere. */
export function focusIfLost(target: HTMLElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) target?.focus()
}
