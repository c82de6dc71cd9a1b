import { renderToStaticMarkup } from 'react-dom/server'
import { Letterhead, Part } from './parts.tsx'
import type { PrintableDocument } from './printable-document.ts'
import { footerStyle } from './printable.tsx'

/**
 * The recovery code on one page, with what somebody needs to know who finds it in a drawer years later. It names nobody and
 * no vault: who, where and when is written by hand, by whoever keeps it.
 */
export function recoveryKitDocument(groups: readonly string[]): PrintableDocument {
  return {
    title: 'Recovery kit',
    bodyHtml: renderToStaticMarkup(<RecoveryKit groups={groups} />),
    footerHtml: renderToStaticMarkup(
      <div style={footerStyle}>
        <div>
          This page and the computer, or this page and a copy of the vault: together they open everything.
        </div>
      </div>,
    ),
  }
}

function RecoveryKit({ groups }: { readonly groups: readonly string[] }) {
  return (
    <article className="kit">
      <header>
        <Letterhead clinic="Circlekeeper" aside="Keep it locked away, apart from the computer" />
        <div className="title">
          <div>
            <h1>Recovery kit</h1>
          </div>
          <div>
            <p>For the day on which the passphrase is lost</p>
          </div>
        </div>
      </header>
      <Code groups={groups} />
      <Fields />
      <Part heading="What it opens">
        <p>
          The whole vault, as the passphrase does: the record of the groups, and the private notes. If this
          code and the passphrase are both lost, nobody can open it, nor can those who made the program.
        </p>
      </Part>
      <Part heading="When it is needed">
        <Steps />
      </Part>
      <Part heading="How to keep it">
        <Keeping />
      </Part>
    </article>
  )
}

function Code({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className="code">
      {groups.map((group, index) => (
        // Two groups may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span>{index + 1}</span> {group}
        </li>
      ))}
    </ol>
  )
}

/** To be filled in by hand. */
const fields = ['Printed on', 'Where this page is kept', 'Tested on', 'Which computer it is for'] as const

function Fields() {
  return (
    <dl className="fields">
      {fields.map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd />
        </div>
      ))}
    </dl>
  )
}

function Steps() {
  return (
    <ol className="steps">
      <li>Start Circlekeeper on the computer that has the vault.</li>
      <li>
        Where it asks for the passphrase, choose <b>Use the recovery code</b>.
      </li>
      <li>Type the seven groups in their order. Capitals, blanks and dashes do not matter.</li>
      <li>
        Then make a new passphrase, and a new code: <b>Vault &amp; privacy</b>,{' '}
        <b>Passphrase and recovery code</b>.
      </li>
    </ol>
  )
}

function Keeping() {
  return (
    <ul className="steps">
      <li>Never with the computer: not in its bag, not in the same drawer.</li>
      <li>No photograph of it, no scan, and no file: delete the one that this was printed from.</li>
      <li>
        See once a year whether it is still good: <b>Test the code</b> changes nothing.
      </li>
      <li>
        Once a new code was made, destroy this page. A copy of the vault from before still opens with it.
      </li>
    </ul>
  )
}
