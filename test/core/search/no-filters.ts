import type { SearchFilters } from '../../../src/shared/ipc/search-calls.ts'

export const noFilters: SearchFilters = {
  groupId: null,
  groupType: null,
  personId: null,
  fromMs: null,
  toMs: null,
  theme: null,
  hasRisk: false,
}
