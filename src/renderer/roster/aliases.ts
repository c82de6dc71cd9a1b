import type { Failure } from '../../shared/ipc/failure.ts'
import { ruleWords } from '../app/field-words.ts'

/** Other words for a member as one line to type in. */
export function aliasWords(aliases: readonly string[]): string {
  return aliases.join(', ')
}

/** What was typed, taken apart again. A word that stands there twice counts once. */
export function readAliases(typed: string): string[] {
  const words = typed.split(/[,;\n]/u).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

/** What is wrong with any of them. */
export function aliasProblem(failure: Failure | null): string | undefined {
  if (failure?.code !== 'bad-input') return undefined
  const broken = failure.fields.find(({ path }) => path.startsWith('aliases'))
  return broken === undefined ? undefined : ruleWords(broken.rule)
}
