/** A document ready to be printed: its body for the print page, and the HTML of the footer on every page. */
export interface PrintableDocument {
  /** All that the file's metadata tells: `stampTitle`. */
  readonly title: string
  /** Upright unless it says otherwise. */
  readonly isLandscape?: boolean
  readonly bodyHtml: string
  readonly footerHtml: string
}
