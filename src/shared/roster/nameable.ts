/** A person as a text could give them away. */
export interface Nameable {
  readonly preferredName: string
  readonly initials: string
  /** Nicknames, a surname, a telephone number, a relation (`husband Tobias`), as the roster has them. */
  readonly aliases?: readonly string[]
}
