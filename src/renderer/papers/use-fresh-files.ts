import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

const reads = ['export.list', 'export.list-about', 'export.list-all', 'export.read-folder'] as const

/** What lies on a disk changes behind the console's back, so it is looked at anew whenever somebody comes to see it. */
export function useFreshFiles(): void {
  const queries = useQueryClient()
  useEffect(() => {
    for (const name of reads) void queries.invalidateQueries({ queryKey: [name] })
  }, [queries])
}
