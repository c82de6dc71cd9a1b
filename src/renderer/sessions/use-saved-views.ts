import { useState } from 'react'
import { savedViewIdSchema } from '../../shared/ids.ts'
import { maxSavedViews, type SavedView, type SessionView } from '../../shared/review/session-view.ts'
import { useAct } from '../app/api.ts'

/** The clinician's own views, and what can be done with them. Each act answers whether it was done. */
export function useSavedViews(views: readonly SavedView[]) {
  const { act, failure } = useAct()
  /** All of them, as they were before one was removed. */
  const [before, setBefore] = useState<{
    readonly name: string
    readonly views: readonly SavedView[]
  } | null>(null)
  const save = async (changed: readonly SavedView[]) =>
    (await act('session-review.save-views', { views: [...changed] })).ok
  const change = (viewId: string, changed: Partial<Pick<SavedView, 'name' | 'view'>>) => {
    setBefore(null)
    return save(views.map((saved) => (saved.viewId === viewId ? { ...saved, ...changed } : saved)))
  }
  return {
    failure,
    isFull: views.length >= maxSavedViews,
    /** The name of the one that was removed last; null when there is nothing to take back. */
    removedName: before?.name ?? null,
    /** Answers the id of the new one; null when it could not be saved. */
    add: async (name: string, view: SessionView): Promise<string | null> => {
      setBefore(null)
      const viewId = savedViewIdSchema.parse(crypto.randomUUID())
      return (await save([...views, { viewId, name, view }])) ? viewId : null
    },
    rename: (viewId: string, name: string) => change(viewId, { name }),
    replace: (viewId: string, view: SessionView) => change(viewId, { view }),
    remove: async (viewId: string) => {
      const removed = views.find((saved) => saved.viewId === viewId)
      const isDone = await save(views.filter((saved) => saved !== removed))
      if (isDone && removed !== undefined) setBefore({ name: removed.name, views })
      return isDone
    },
    bringBack: async () => {
      if (before !== null && (await save(before.views))) setBefore(null)
    },
  }
}

export type SavedViews = ReturnType<typeof useSavedViews>
