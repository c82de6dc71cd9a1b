// XML 1.0, production Char: other characters stand in no XHTML, escaped or not.
const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** A text with a sign in place of each character that no XML may hold, so that it shows that one stood there. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(notInXml, '\u{fffd}')
}

/**
 * A text as FHIR's type *string* has it: its pattern (`[ \r\n\t\S]+`) knows no blank but these, and it is not empty.
 * Undefined for what has nothing to show.
 */
export function fhirString(text: string): string | undefined {
  const plain = xmlText(text)
    .replaceAll(/[^\S \r\n\t]/gu, ' ')
    .trim()
  return plain === '' ? undefined : plain
}
