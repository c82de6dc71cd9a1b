import { useState } from 'react'

/**
 * Whether a dialog is shown: what was typed before the cover came hides behind it and waits; opened under the cover it
 * holds nothing yet that would have to hide.
 */
export function useShownUnderCover(isConcealed: boolean): boolean {
  const [isOpenedUnderCover, setIsOpenedUnderCover] = useState(isConcealed)
  if (isOpenedUnderCover && !isConcealed) setIsOpenedUnderCover(false)
  return !isConcealed || isOpenedUnderCover
}
