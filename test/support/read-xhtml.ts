const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const attribute = String.raw`\s+[a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*"`
const token = new RegExp(
  String.raw`<(?<close>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:${attribute})*)\s*(?<empty>/?)>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot);)+)`,
  'uy',
)
// XML 1.0, production Char.
const noXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

export interface ReadXhtml {
  /** The texts between the tags, in their order. */
  readonly texts: readonly string[]
  /** Every tag with its attributes, as it stands there: `p dir="rtl"`. */
  readonly tags: readonly string[]
}

/** Reads XHTML as strictly as XML is read, and throws at what is not well-formed. Knows no more than a narrative needs. */
export function readXhtml(markup: string): ReadXhtml {
  if (noXml.test(markup)) throw new Error('a character that no XML holds')
  const [texts, tags, open]: [string[], string[], string[]] = [[], [], []]
  token.lastIndex = 0
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex
    const groups = token.exec(markup)?.groups
    if (groups === undefined) throw new Error(`not well-formed at ${markup.slice(at, at + 40)}`)
    const { close, name = '', attributes = '', empty, text } = groups
    if (text !== undefined) {
      if (open.length === 0) throw new Error('text outside of every element')
      texts.push(text.replaceAll(/&([a-z]+);/g, (_, entity: string) => entities[entity] ?? ''))
    } else if (close === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      if (open.length === 0 && tags.length > 0) throw new Error('a second root')
      tags.push(`${name}${attributes}`)
      if (empty !== '/') open.push(name)
    }
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> is never closed`)
  return { texts, tags }
}
