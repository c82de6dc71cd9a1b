import { filePasswordSchema } from '../../shared/ipc/printing.ts'

/** Why a password will not do; undefined when it will. An empty one is none. */
export function passwordError(password: string): string | undefined {
  const broken = password === '' ? undefined : filePasswordSchema.safeParse(password).error?.issues[0]
  switch (broken?.message) {
    case undefined:
      return undefined
    case 'too-short':
      return 'At least eight characters.'
    case 'too-long':
      return 'At most 127 characters.'
    default:
      return 'Only letters without accents, figures, the signs of an English keyboard, and blanks between them. Other programs would not open it.'
  }
}
