import type { Live } from './live-context.ts'
import type { ChangeView, LiveView } from './use-live-view.ts'

/** What concealing is on Live: all that hangs over the circle goes too, and drafts stay where they are. */
export function concealOf(
  { isConcealed, sheet }: Pick<LiveView, 'isConcealed' | 'sheet'>,
  change: ChangeView,
  openMenu: Live['openMenu'],
) {
  return {
    isConcealed,
    onConceal: () => {
      openMenu(null)
      change({
        isConcealed: true,
        isChoosingMark: false,
        followUpMark: null,
        // It would stand where the bar says how to come back.
        hint: null,
        // The safety steps name nobody, and whoever reads them needs them. Who is being added hides, and waits.
        sheet: sheet === 'safety' || sheet === 'add' ? sheet : null,
      })
    },
    // What was said of the cover is over with it.
    onReveal: () => change({ isConcealed: false, hint: null }),
  }
}
