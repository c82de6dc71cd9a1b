import { Dialog } from '../ui/Dialog.tsx'
import { Kbd, type Keys } from '../ui/Kbd.tsx'
import styles from './KeySheet.module.css'
import { markWords } from './marks.ts'

interface KeySheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

interface KeyGroup {
  readonly title: string
  readonly keys: readonly (readonly [keys: Keys, does: string])[]
}

const groups: readonly KeyGroup[] = [
  {
    title: 'Agenda',
    keys: [
      ['N', 'start, next phase, end'],
      ['B', 'back to the phase before'],
      ['P', 'pause, resume'],
      [['Alt', '2'], '2 minutes more'],
      [['Alt', '5'], '5 minutes more'],
      [['Alt', 'Enter'], 'accept the proposal when late'],
    ],
  },
  {
    title: 'Seats',
    keys: [
      ['1 – 0', 'here; then give or take back the floor'],
      ['Q W E …', 'the same from the eleventh seat on; each seat shows its key'],
      ['F G H J', 'facilitators'],
      ['A', 'everyone who is expected is here'],
      ['+', 'add someone'],
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      ['Z', 'take the last act back'],
      ['Esc', 'conceal, reveal'],
      [['Ctrl', 'L'], 'lock'],
      ['?', 'this sheet'],
    ],
  },
  {
    title: 'Marks',
    keys: [
      ['M', 'then a seat’s key: its marks and presence'],
      ...markWords.map(({ letter, name }) => [letter, name.toLowerCase()] as const),
    ],
  },
  {
    title: 'Notes',
    keys: [
      ['/', 'write a note'],
      [['Alt', 'P'], 'switch between record and private'],
      ['Enter', 'save the note'],
      [['Shift', 'Enter'], 'a new line in the note'],
      ['Esc', 'in an empty note: back to the circle'],
    ],
  },
]

export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  return (
    <Dialog title="All keys" isOpen={isOpen} onClose={onClose} width="wide">
      <div className={styles['groups']}>
        {groups.map(({ title, keys }) => (
          <section key={title} className={styles['group']}>
            <h3 className={styles['title']}>{title}</h3>
            <dl className={styles['keys']}>
              {keys.map(([press, does]) => (
                <div key={does} className={styles['row']}>
                  <dt>
                    <Kbd keys={press} />
                    <span className={styles['spoken']}>
                      {typeof press === 'string' ? press : press.join(' ')}
                    </span>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
