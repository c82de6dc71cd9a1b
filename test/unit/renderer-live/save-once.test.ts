import { expect, it, vi } from 'vitest'
import { createSaveOnce } from '../../../src/renderer/app/save-once.ts'

it('saves once for whoever asks meanwhile, and before the field has let go of it', async () => {
  const once = createSaveOnce()
  const disk = Promise.withResolvers<boolean>()
  const work = vi.fn<() => Promise<boolean>>(() => disk.promise)
  const asked = [once.save('A thought', work), once.save('A thought', work)]
  disk.resolve(true)
  expect(await Promise.all(asked)).toEqual([true, true])
  expect(await once.save('A thought', work)).toBe(true)
  expect(work).toHaveBeenCalledTimes(1)
})

it('saves the same words again once somebody has typed them again', async () => {
  const once = createSaveOnce()
  const work = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true))
  for (const shown of ['Silence.', '', 'Silence.']) {
    once.shows(shown)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (shown !== '') await once.save(shown, work)
  }
  expect(work).toHaveBeenCalledTimes(2)
})

it('tries again what was refused', async () => {
  const once = createSaveOnce()
  const work = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(true)
  expect(await once.save('A thought', work)).toBe(false)
  expect(await once.save('A thought', work)).toBe(true)
})
