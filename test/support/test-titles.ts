import { readFileSync } from 'node:fs'

/** A test, as documents name it: `test/unit/x.test.ts › its title`. */
export interface NamedTest {
  readonly file: string
  readonly title: string
}

/** Every test that a text names. */
export function namedTests(text: string): NamedTest[] {
  return Array.from(text.matchAll(/`(test\/[^`›]+?) › ([^`]+)`/g), ([, file = '', title = '']) => ({
    file,
    title,
  }))
}

/** Whether a file has a test of this title that runs. What a table fills in may be any words. */
export function hasTest(path: string, title: string): boolean {
  return titlesOf(readFileSync(path, 'utf8')).some((pattern) => pattern.test(title))
}

/** The titles of the tests of a source that run: none that is skipped or put off, in a comment, or beside one that runs alone. */
export function titlesOf(source: string): RegExp[] {
  const code = source.replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '')
  if (/^\s*(?:test|it|describe)(?:\.\w+)*\.only\b|^\s*(?:test\.)?describe\.(?:skip|todo|fixme)\b/m.test(code))
    return []
  // Where a table stands over several lines, the title follows its end.
  const tests = code.matchAll(
    /^\s*(?:(?:test|it)(?:\.(?!skip\b|todo\b|fixme\b|fails?\b)\w+)*(?:\([^\n]*?\))?|\]\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gm,
  )
  return Array.from(tests, ([, , title = '']) => {
    const parts = title.split(/\$\{[^}]*\}|%[sji#]|\$\w+/).map((part) => RegExp.escape(unescaped(part)))
    return new RegExp(`^${parts.join('.+')}$`)
  })
}

function unescaped(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
