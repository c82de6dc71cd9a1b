/** A document ready to be printed: its body for the print page, and the HTML of the footer on every page. */
export interface PrintableDocument {
  readonly bodyHtml: string
  readonly footerHtml: string
}

export type Paper = 'Letter' | 'A4'
