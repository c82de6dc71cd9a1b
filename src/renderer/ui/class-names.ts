/** Joins the names that are set; CSS modules give `undefined` to the type checker, never at run time. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}
