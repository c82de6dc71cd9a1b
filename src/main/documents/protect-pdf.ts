/** All of it: some readers keep even a screen reader out of what is not allowed by name. */
const permissions = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const

/**
 * Encrypts a PDF with AES-256 (ISO 32000-2, security handler of revision 6), its properties and all. There is one
 * password, for everything: what a second one forbids is but a request to the reader.
 */
export async function protectPdf(pdf: Uint8Array, password: string): Promise<Uint8Array> {
  // As large as half of the console, so it is loaded when it is needed.
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  // Dates and maker stay as they are: what was taken out of them is not to come back.
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.encrypt({ userPassword: password, algorithm: 'AES-256', permissions })
  return document.save()
}
