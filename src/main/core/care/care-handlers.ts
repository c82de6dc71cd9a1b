import type { careCalls } from '../../../shared/ipc/care-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Handlers } from '../handler.ts'
import { findGroup, findMember } from '../roster/roster-repository.ts'
import type { WritableDb } from '../vault/database.ts'
import { readAdolescents, readCareEntries, readGone, readWaiting } from './care-repository.ts'
import { readCareRules, saveCareRules } from './care-rules-repository.ts'
import { enterCare } from './enter-care.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
}

export function careHandlers(sources: Sources): Handlers<keyof typeof careCalls> {
  const { record, clock } = sources
  return {
    'care-rules.read': () => succeed(readCareRules(record)),
    'care-rules.change': (rules) => {
      saveCareRules(record, rules)
      return succeed(null)
    },
    'care.read': ({ personId }) =>
      findMember(record, personId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(readCareEntries(record, personId)),
    'care.standings': () => {
      const { wallMs, zone } = clock.read()
      const gone = [...readGone(record)]
      return succeed({
        dischargedIds: gone.filter(([, how]) => how === 'discharged').map(([id]) => id),
        removedIds: gone.filter(([, how]) => how === 'removed').map(([id]) => id),
        adolescentIds: [...readAdolescents(record, isoDay(wallMs, zone))],
      })
    },
    'care.enter': ({ personId, act, evenIfClosed = false }) =>
      enterCare(sources, { personId, act, evenIfClosed }),
    'care.waiting': ({ groupId }) =>
      findGroup(record, groupId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(readWaiting(record, groupId)),
  }
}
