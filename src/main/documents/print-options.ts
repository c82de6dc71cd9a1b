import type { PrintToPDFOptions } from 'electron'
import type { Paper } from '../../shared/record/tick-sheet.ts'
import type { PrintableDocument } from './printable-document.ts'

/** Margins are inches; the footer is drawn within the lower one. */
export function printOptions(
  { footerHtml, isLandscape = false }: PrintableDocument,
  paper: Paper,
): PrintToPDFOptions {
  return {
    pageSize: paper,
    landscape: isLandscape,
    margins: { top: 0.55, bottom: 0.8, left: 0.75, right: 0.75 },
    printBackground: true,
    displayHeaderFooter: true,
    // Chromium would write the date and the page's URL there.
    headerTemplate: '<span></span>',
    footerTemplate: footerHtml,
    // Readable by a screen reader, with headings to jump to.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}
