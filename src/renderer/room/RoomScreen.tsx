import { useEffect, useState } from 'react'
import type { RoomView } from '../../shared/room/room-view.ts'
import { useTheme } from '../app/theme.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { roomWords } from './room-words.ts'
import { RoomRing } from './RoomRing.tsx'
import styles from './RoomScreen.module.css'

/** What the whole room looks at: where the session is, and nothing about anybody in it. */
export function RoomScreen() {
  const view = useRoomView()
  useTheme(view?.theme ?? 'system')
  if (view === null) return <main className={styles['room']} />
  const { title, words } = roomWords(view)
  return (
    <main className={styles['room']}>
      <div className={styles['dial']}>
        <RoomRing view={view} />
        <div className={styles['words']} data-length={lengthOf(title)}>
          <h1 className={styles['title']}>
            <bdi>{title}</bdi>
          </h1>
          <p className={styles['about']}>{words}</p>
        </div>
      </div>
      <Dots phase={view.phase} />
      <VisuallyHidden>
        <output>{title}</output>
      </VisuallyHidden>
    </main>
  )
}

function Dots({ phase }: Pick<RoomView, 'phase'>) {
  if (phase === null) return null
  return (
    <>
      <VisuallyHidden>
        <p>
          Phase {phase.number} of {phase.count}
        </p>
      </VisuallyHidden>
      <ol aria-hidden className={styles['dots']}>
        {Array.from({ length: phase.count }, (_, index) => index + 1).map((number) => (
          <li
            key={number}
            className={styles['dot']}
            data-is={number < phase.number ? 'done' : number === phase.number ? 'now' : 'ahead'}
          />
        ))}
      </ol>
    </>
  )
}

/** The core tells every few seconds; the window itself counts nothing, so it cannot run ahead of the console. */
function useRoomView(): RoomView | null {
  const [view, setView] = useState<RoomView | null>(null)
  useEffect(() => {
    const unfollow = window.api.on('room.changed', setView)
    void read().then((answer) => setView((known) => known ?? answer))
    return unfollow
  }, [])
  return view
}

async function read(): Promise<RoomView | null> {
  const answer = await window.api.invoke('room.read', {})
  return answer.ok ? answer.value : null
}

// A phase's name may have sixty characters; read from the back of the room it is as large as it can be.
function lengthOf(title: string): 'short' | 'middle' | 'long' {
  const longestWord = Math.max(...title.split(/\s+/u).map((word) => word.length))
  if (title.length <= 12) return 'short'
  return title.length <= 28 && longestWord <= 14 ? 'middle' : 'long'
}
