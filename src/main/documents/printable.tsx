import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { stampTitle, stampWords, type DocumentStamp } from '../../shared/record/document-stamp.ts'
import { part2Statement2 } from '../../shared/record/part2-statements.ts'
import { isUnderPart2, type Part2 } from '../../shared/session/vocabulary.ts'
import type { PrintableDocument } from './printable-document.ts'

interface Printed {
  readonly stamp: DocumentStamp
  readonly part2: Part2
  readonly body: ReactElement
  readonly isLandscape?: boolean
  /** Of whoever the document is about, where it is about somebody who has one. */
  readonly chartId?: string | undefined
}

/** A document under its stamp, with the footer that no document can leave off. */
export function printable({
  stamp,
  part2,
  body,
  isLandscape = false,
  chartId = '',
}: Printed): PrintableDocument {
  return {
    title: stampTitle(stamp),
    isLandscape,
    bodyHtml: renderToStaticMarkup(body),
    footerHtml: footer(part2, stamp, chartId),
  }
}

// Chromium draws a footer on a page of its own that knows none of ours: its own styles, inline, and no bundled font.
export const footerStyle = {
  width: '100%',
  margin: '0 0.75in',
  paddingTop: '7px',
  borderTop: '0.75px solid #888',
  display: 'flex',
  justifyContent: 'space-between',
  font: '10px/1.4 Inter, "Helvetica Neue", Arial, "Liberation Sans", sans-serif',
  color: '#000',
}
const endStyle = { textAlign: 'right' } as const

/** The footer of every page. Holds no word that a person wrote, save the chart id of whoever the document is about. */
function footer(part2: Part2, stamp: DocumentStamp, chartId: string): string {
  return renderToStaticMarkup(
    <div style={footerStyle}>
      <div>
        {isUnderPart2(part2) && <div>{part2Statement2}</div>}
        <div>{stampWords(stamp)}</div>
      </div>
      <div style={endStyle}>
        <div>
          Page <span className="pageNumber" /> of <span className="totalPages" />
        </div>
        {chartId !== '' && <div>Chart {chartId}</div>}
      </div>
    </div>,
  )
}
