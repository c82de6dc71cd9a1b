import type { Narrative } from './resources.ts'
import { xmlText } from './plain-text.ts'

/** A piece of markup that was made here, and so is escaped. */
export interface Xhtml {
  readonly xhtml: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const rightToLeft =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** A paragraph; lines stay lines. `label` stands bold before it. */
export function paragraph(text: string, label: string | null = null): Xhtml {
  const shown = text.trim()
  const lines = shown.split(/\r\n|[\r\n\u{2028}\u{2029}]/u).map(escapeXml)
  // FHIR lets in what HTML 4 had (Narrative, txt-1): `dir="auto"` and <bdi> came later.
  const dir = rightToLeft.test(label ?? shown) ? ' dir="rtl"' : ''
  const heading = label === null ? '' : `<b>${escapeXml(label)}:</b>${lines.length > 1 ? '<br/>' : ' '}`
  return { xhtml: `<p${dir}>${heading}${lines.join('<br/>')}</p>` }
}

/** `additional`: it says more than the fields beside it. */
export function narrative(status: Narrative['status'], paragraphs: readonly Xhtml[]): Narrative {
  const markup = paragraphs.map(({ xhtml }) => xhtml).join('')
  return { status, div: `<div xmlns="http://www.w3.org/1999/xhtml">${markup}</div>` }
}

function escapeXml(text: string): string {
  return xmlText(text).replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
}
