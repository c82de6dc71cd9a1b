import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'

/** Width and height of a sheet, in inches. */
const sheets: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** Electron prints by the same call of Chromium's, so the options have the same names and units. */
export async function printToPdf(cdp: CDPSession, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...rest } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (sheets[pageSize] ?? []) : [pageSize.width, pageSize.height]
  if (paperWidth === undefined || paperHeight === undefined) throw new Error('Invalid pageSize')
  const { data } = await cdp.send('Page.printToPDF', {
    ...rest,
    paperWidth,
    paperHeight,
    ...(margins.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins.right === undefined ? {} : { marginRight: margins.right }),
  })
  return Buffer.from(data, 'base64')
}
