import type { Failure } from '../../shared/ipc/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { Request } from './door.ts'
import type { Exports } from './exports.ts'

/** The few calls that need a printer or another program are main's; all others are the core's. */
export function handleRequest(
  request: Request,
  core: Pick<CoreClient, 'call'>,
  exports: Exports,
): Promise<Result<unknown, Failure>> {
  switch (request.name) {
    case 'export.group-summary':
      return exports.printGroupSummary(request.input.sessionId)
    case 'export.open':
      return exports.open(request.input.exportId)
    case 'export.show-folder':
      return exports.showFolder()
    default:
      return core.call(request)
  }
}
