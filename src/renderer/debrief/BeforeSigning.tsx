import type { Desk } from './desk.ts'
import type { Remark } from './remark.ts'
import { Letter } from './Remarks.tsx'
import { signerName } from './signer-name.ts'

/** Beside the button that signs: what stands before it, or as whom it signs. */
export function BeforeSigning({ desk }: { readonly desk: Desk }) {
  const { review, signing } = desk
  const first = review.remarks.filter(({ comesFirst }) => comesFirst)
  if (first.length > 0) return <ComeFirst remarks={first} />
  if (signing.before.length > 0 && review.remarks.length > 0)
    return <span>Look at what is new first; then sign.</span>
  return <SignerLine desk={desk} />
}

function ComeFirst({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <span>
      {remarks.length === 1 ? 'Remark ' : 'Remarks '}
      {remarks.map((remark) => (
        <Letter key={remark.key} remark={remark} />
      ))}
      {remarks.length === 1 ? ' comes first.' : ' come first.'}
    </span>
  )
}

function SignerLine({ desk: { roster, review } }: { readonly desk: Desk }) {
  const author = roster.facilitators.find(({ isAuthor }) => isAuthor)
  if (author === undefined) return null
  return (
    <span>
      as <bdi>{signerName(author)}</bdi>
      {author.needsCoSignature ? ', then to be co-signed' : ''}
      {review.remarks.length === 0
        ? ''
        : `; ${review.remarks.map(({ letter }) => letter).join(', ')} as it stands`}
    </span>
  )
}
