import { useQueryClient } from '@tanstack/react-query'
import { readAgain, useAct, usePush, useRead } from '../app/api.ts'

let isToggling = false

/** While the other window opens, the focus is there for a moment: nobody has left. */
export function isOpeningDisplay(): boolean {
  return isToggling
}

/** The second window, as the console sees it. */
export function useRoomDisplay(): { readonly isOpen: boolean; readonly toggle: () => void } {
  const queries = useQueryClient()
  const read = useRead('display.read', {})
  const { act } = useAct()
  usePush('display.changed', () => void readAgain(queries, 'display.toggle'))
  return {
    isOpen: read.status === 'ready' && read.value,
    toggle() {
      isToggling = true
      void act('display.toggle', {}).finally(() => {
        isToggling = false
      })
    },
  }
}
