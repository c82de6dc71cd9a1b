import type { CareRules } from '../care/care-rules.ts'
import { counted, listed } from '../count.ts'
import type { PersonId } from '../ids.ts'
import type { Member } from '../roster/member.ts'
import { capitalised } from '../capitalised.ts'

/** `8 members, 2 of them adolescents, and 1 of family.`; without names, which stand under Members. */
export function compositionWords(
  members: readonly Pick<Member, 'id' | 'role'>[],
  adolescentIds: readonly PersonId[],
): string {
  const patients = members.filter(({ role }) => role === 'member')
  const adolescents = patients.filter(({ id }) => adolescentIds.includes(id)).length
  const others = (role: Member['role'], words: string) => {
    const count = members.filter((member) => member.role === role).length
    return count === 0 ? [] : [counted(count, words)]
  }
  const parts = [
    patients.length === 0
      ? 'no members'
      : counted(patients.length, 'member') + ofThem(adolescents, patients.length),
    ...others('family', 'relative'),
    ...others('partner', 'partner'),
    ...others('guest', 'guest'),
  ]
  return `${capitalised(listed(parts))}.`
}

function ofThem(adolescents: number, patients: number): string {
  if (adolescents === 0) return ''
  if (adolescents === patients) return ', counted as adolescents'
  return `, ${adolescents} of them counted as ${adolescents === 1 ? 'adolescent' : 'adolescents'},`
}

/** `8 of 12 taken. 6 to 12 are advised.` */
export function placesWords(
  { taken, capacity }: { readonly taken: number; readonly capacity: number },
  { fewestMembers, mostMembers }: Pick<CareRules, 'fewestMembers' | 'mostMembers'>,
): string {
  const beside = taken < fewestMembers ? ': it has fewer' : taken > mostMembers ? ': it has more' : ''
  return `${taken} of ${capacity} taken. ${fewestMembers} to ${mostMembers} are advised${beside}.`
}
