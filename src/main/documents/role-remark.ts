import type { Role } from '../../shared/session/vocabulary.ts'

/** As what somebody is in the circle who is no patient; empty for a member. */
export function roleRemark(role: Role): string {
  switch (role) {
    case 'family':
    case 'partner':
    case 'guest':
      return role
    default:
      return ''
  }
}
