import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../../src/main/ipc/log.ts'
import { hearStrayErrors } from '../../../src/main/ipc/stray-errors.ts'

test.each(['uncaughtException', 'unhandledRejection'])(
  'what main throws unheard (%s) is told by its place alone: no word of it is kept or shown',
  (event) => {
    const main = new EventEmitter()
    const log: LogEntry[] = []
    hearStrayErrors(main, (entry) => log.push(entry))
    main.emit(event, new Error('no such file: /home/somebody/Group of Thursday.pdf'))
    main.emit(event, 'a text that nobody made an error of')
    expect(log).toEqual([
      { event: 'main-threw', at: expect.stringMatching(/^stray-errors\.test\.ts:\d+:\d+$/) },
      { event: 'main-threw', at: 'unknown' },
    ])
  },
)
