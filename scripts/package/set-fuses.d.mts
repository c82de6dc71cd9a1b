/** What `@electron/fuses` exports of itself, as far as it is needed. */
interface KnownFuses {
  readonly FuseVersion: { readonly V1: string }
  readonly FuseV1Options: Readonly<Record<string, number>>
}

export const fuses: Readonly<Record<string, boolean>>
export function afterPack(context: unknown): Promise<void>
export function fuseConfig(known: KnownFuses): Readonly<Record<string, unknown>>
