/** One step of a database's schema. Never edited after it landed: what it made is in people's vaults. */
export interface Migration {
  /** `user_version` after the step; counts from 1 without gaps. */
  readonly version: number
  readonly script: string
}
