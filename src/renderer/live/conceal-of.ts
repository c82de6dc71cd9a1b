import type { ChangeView, LiveView } from './use-live-view.ts'

/** What concealing is on Live: all that hangs over the circle goes too, and drafts stay where they are. */
export function concealOf(
  { isConcealed, sheet }: Pick<LiveView, 'isConcealed' | 'sheet'>,
  change: ChangeView,
) {
  return {
    isConcealed,
    onConceal: () =>
      change({
        isConcealed: true,
        isChoosingMark: false,
        menuId: null,
        followUpMark: null,
        // The safety steps name nobody, and whoever reads them needs them.
        sheet: sheet === 'safety' ? sheet : null,
      }),
    onReveal: () => change({ isConcealed: false }),
  }
}
