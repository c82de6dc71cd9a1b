/** Everything in a line that can be reached, in the order of its columns. */
const cellSelector = '[data-cell]'

/**
 * Moves the focus with the arrow keys, and to the seat of a figure where none is being typed. Enter ends the typing of a
 * time. True when the key was one of these.
 */
export function moveInGrid(grid: HTMLTableElement, key: string, isTyping: boolean): boolean {
  const lines = Array.from(grid.tBodies[0]?.rows ?? [])
  const focused = document.activeElement
  const row = lines.findIndex((line) => line.contains(focused))
  const line = lines[row]
  if (line === undefined || focused === null) return false
  const column = cellsOf(line).findIndex((cell) => cell === focused)
  const to = (nextRow: number, nextColumn: number): true => {
    const next = lines[nextRow]
    if (next !== undefined) cellsOf(next)[nextColumn]?.focus()
    return true
  }
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return isTyping && !isCaretAt(focused, 'end') ? false : to(row, column + 1)
    case 'ArrowLeft':
      return isTyping && !isCaretAt(focused, 'start') ? false : to(row, column - 1)
    case 'Home':
      return isTyping ? false : to(row, 0)
    case 'Enter':
      return isTyping ? to(row, 0) : false
    default:
      return !isTyping && /^\d$/u.test(key) ? to(key === '0' ? 9 : Number(key) - 1, 0) : false
  }
}

function cellsOf(line: HTMLTableRowElement): HTMLElement[] {
  return Array.from(line.querySelectorAll<HTMLElement>(cellSelector))
}

function isCaretAt(field: Element, end: 'start' | 'end'): boolean {
  if (!(field instanceof HTMLInputElement)) return true
  const { selectionStart, selectionEnd, value } = field
  return end === 'start' ? selectionEnd === 0 : selectionStart === value.length
}
