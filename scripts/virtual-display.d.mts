export interface VirtualDisplay {
  /** For the environment's DISPLAY. */
  readonly display: string
  readonly stop: () => Promise<void>
}

export function startVirtualDisplay(size?: { width?: number; height?: number }): Promise<VirtualDisplay>
