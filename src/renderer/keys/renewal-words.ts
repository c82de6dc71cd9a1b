import type { RenewalAct, RenewalFailureCode, RenewalStep } from '../../shared/ipc/key-calls.ts'

interface ActWords {
  /** While it is done. */
  readonly title: string
  /** What the bytes that are counted are. */
  readonly under: string
  readonly steps: Readonly<Record<RenewalStep, string>>
  readonly cancelled: { readonly title: string; readonly lead: string }
  readonly failed: string
  /** What stays, where it was cancelled or failed. */
  readonly asBefore: string
}

const check = 'What was written is read back, before it counts.'
const encrypt = 'What stays is written under a key that nobody had before.'
const keysAsBefore = 'The record and the private notes are as they were, and open with what opened them.'

export const actWords: Readonly<Record<RenewalAct, ActWords>> = {
  renew: {
    title: 'Making all keys new',
    under: 'written and read back',
    steps: {
      copy: '',
      alter: '',
      encrypt: 'Everything is written once more, under keys that nobody had before.',
      check,
    },
    cancelled: { title: 'The keys are what they were', lead: 'You cancelled it. Nothing was changed.' },
    failed: 'The keys could not be made new',
    asBefore: keysAsBefore,
  },
  revoke: {
    title: 'Revoking a way in',
    under: 'written and read back',
    steps: {
      copy: '',
      alter: '',
      encrypt: 'The record is written once more, under a key that they never had.',
      check,
    },
    cancelled: {
      title: 'Nobody was revoked',
      lead: 'You cancelled it. They can still open the record with their passphrase.',
    },
    failed: 'The way in could not be revoked',
    asBefore: keysAsBefore,
  },
  erase: {
    title: 'Erasing',
    under: 'copied, written anew and read back',
    steps: {
      copy: 'A copy is made, from which everything that goes is taken.',
      alter: 'It is taken out, and what stays is written anew, so that nothing is left between its pages.',
      encrypt,
      check,
    },
    cancelled: {
      title: 'Nothing was erased',
      lead: 'You cancelled it. Every chart and every note is there.',
    },
    // Files that the console had written may be gone by then.
    failed: 'The charts were not erased',
    asBefore: 'Charts, sessions and private notes are as they were.',
  },
  destroy: {
    title: 'Destroying private notes',
    under: 'copied, written anew and read back',
    steps: {
      copy: 'A copy is made, from which the notes that go are taken.',
      alter: 'They are taken out, and what stays is written anew, so that nothing is left between its pages.',
      encrypt,
      check,
    },
    cancelled: { title: 'Nothing was destroyed', lead: 'You cancelled it. Every private note is there.' },
    failed: 'Nothing was destroyed',
    asBefore: 'All private notes are as they were, and so is the record.',
  },
}

/** Of a failure that left everything as it was. */
export function failureLead(act: RenewalAct, code: Exclude<RenewalFailureCode, 'change-unsettled'>): string {
  switch (code) {
    case 'disk-full':
      return act === 'renew' || act === 'revoke'
        ? 'There is not enough room on the disk: for a moment the vault needs as much again. Free some, then try again.'
        : 'There is not enough room on the disk: the files are written anew, so for a moment twice the room is needed. Free some, then try again.'
    case 'not-writable':
      return 'The disk could not be written. See that the drive is there and may be written to, then try again.'
    case 'in-use':
      return 'Another program wrote to the vault meanwhile. End it, then try again.'
    case 'damaged-record':
      return 'A part of the record is damaged. Making it look whole would hide that: keep the files as they are, and restore a backup.'
    case 'damaged-private':
      return 'A part of the private notes is damaged. Making it look whole would hide that: keep the files as they are.'
  }
}
