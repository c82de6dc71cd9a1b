import type { Failure } from '../../shared/ipc/failure.ts'
import { forgetForNextPage, leaveToNextPage, leftByLastPage } from '../app/next-page.ts'

/** Notes a failure that says that the open vault is damaged: once it is locked, one can see what can be read of it. */
export function noteDamage({ code }: Failure): void {
  if (code === 'damaged-record' || code === 'damaged-private') leaveToNextPage('damage', 'told')
}

/** Whether damage was told since the console was started, or since the vault was put right. */
export function wasDamageTold(): boolean {
  return leftByLastPage('damage') !== null
}

export function forgetDamage(): void {
  forgetForNextPage('damage')
}
