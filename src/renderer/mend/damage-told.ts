import type { Failure } from '../../shared/ipc/failure.ts'

let wasTold = false

/** Notes a failure that says that the open vault is damaged: once it is locked, one can see what can be read of it. */
export function noteDamage({ code }: Failure): void {
  wasTold ||= code === 'damaged-record' || code === 'damaged-private'
}

/** Whether damage was told since the console was started, or since the vault was put right. */
export function wasDamageTold(): boolean {
  return wasTold
}

export function forgetDamage(): void {
  wasTold = false
}
