/** `Dee’s`, `Boris’`. */
export function possessive(name: string): string {
  return `${name}${possessiveEnd(name)}`
}

/** What is said behind the name: by itself, where the name runs from right to left and this does not. */
export function possessiveEnd(name: string): string {
  return /s$/iu.test(name) ? '’' : '’s'
}
