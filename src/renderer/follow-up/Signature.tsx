import type { Facilitator } from '../../shared/roster/member.ts'
import { signedOnWords, signerWords } from './follow-up-words.ts'

interface SignatureProps {
  /** Undefined when nobody on file is known by the id that signed. */
  readonly signer: Pick<Facilitator, 'name' | 'credentials'> | undefined
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number
  readonly zone: string
}

/** `Signed by Dana Reyes, LCSW, on Nov 22, 2026 at 6:40 PM.` */
export function Signature({ signer, atMs, zone }: SignatureProps) {
  return (
    <>
      Signed by <bdi>{signer === undefined ? 'a facilitator' : signerWords(signer)}</bdi>{' '}
      {signedOnWords(atMs, zone)}.
    </>
  )
}
