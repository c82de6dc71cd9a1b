import { describe, expect, it } from 'vitest'
import { createQuestionLine, noAnswer, type Answered } from '../../../src/renderer/search/question-line.ts'
import { fail, succeed, type Result } from '../../../src/shared/result.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'

interface Asked {
  readonly question: string
  readonly before: string | null
  readonly answer: (result: Result<string, Failure>) => Promise<void>
}

/** A line whose questions are answered when the test says so; an answer ends in … while there is more to it. */
function createWorld() {
  let shown: Answered<string> = noAnswer
  const asked: Asked[] = []
  const drawn: string[] = []
  const line = createQuestionLine<string>(
    (change) => {
      shown = change(shown)
    },
    (answer) => answer.endsWith('…'),
  )
  const askFor = (question: string) => (before: string | null) => {
    const { promise, resolve } = Promise.withResolvers<Result<string, Failure>>()
    const answer = async (result: Result<string, Failure>) => {
      resolve(result)
      await promise
      // What the line does with it comes one turn later.
      await Promise.resolve()
    }
    asked.push({ question, before, answer })
    return promise
  }
  return {
    line,
    drawn,
    asked: () => asked.map(({ question }) => question),
    shown: () => shown,
    ask: (question: string) => line.ask(question, askFor(question)),
    askAhead: (question: string) => line.ask(question, askFor(question), () => drawn.push(question)),
    answer: (text: string) => asked.at(-1)?.answer(succeed(text)),
    refuse: () => asked.at(-1)?.answer(fail({ code: 'core-gone' })),
    lastBefore: () => asked.at(-1)?.before,
  }
}

describe('one question at a time', () => {
  it('leaves out what nobody waits for any more', async () => {
    const world = createWorld()
    for (const text of ['a', 'ar', 'art']) world.ask(text)
    expect(world.asked()).toEqual(['a'])
    await world.answer('of a')
    expect(world.shown()).toMatchObject({ question: 'a', answer: 'of a' })
    expect(world.asked()).toEqual(['a', 'art'])
    await world.answer('of art')
    expect(world.shown()).toMatchObject({ question: 'art', answer: 'of art', failure: null })
  })

  it('asks nothing again that was answered last, until it was let go of', async () => {
    const world = createWorld()
    world.ask('art')
    await world.answer('found')
    world.ask('art')
    expect(world.asked()).toEqual(['art'])
    world.ask('')
    world.ask('art')
    expect(world.asked()).toEqual(['art', 'art'])
  })

  it('keeps what was answered before where an answer fails', async () => {
    const world = createWorld()
    world.ask('a')
    await world.answer('of a')
    world.ask('ar')
    await world.refuse()
    expect(world.shown()).toMatchObject({ question: 'ar', answer: 'of a', failure: { code: 'core-gone' } })
  })

  it('shows nothing of what was let go of while it was asked', async () => {
    const world = createWorld()
    world.ask('a')
    world.ask('')
    await world.answer('of a')
    expect(world.shown()).toBe(noAnswer)
    world.ask('a')
    await world.answer('of a')
    expect(world.shown()).toMatchObject({ answer: 'of a' })
  })
})

describe('asked ahead', () => {
  it('says so once it is answered, and older ones too while more is typed', async () => {
    const world = createWorld()
    for (const text of ['a', 'ar', 'art']) world.askAhead(text)
    await world.answer('of a')
    await world.answer('of art')
    expect(world.drawn).toEqual(['a', 'art'])
  })

  it('is not asked again when it becomes the question', async () => {
    const world = createWorld()
    world.askAhead('art')
    await world.answer('found')
    world.ask('art')
    expect(world.asked()).toEqual(['art'])
  })

  it('says nothing where another question came in between, or it was let go of', async () => {
    const world = createWorld()
    world.askAhead('art')
    world.ask('another view')
    await world.answer('of art')
    await world.answer('of the view')
    expect(world.shown()).toMatchObject({ question: 'another view', answer: 'of the view' })
    world.askAhead('arts')
    world.ask('')
    await world.answer('of arts')
    expect(world.drawn).toEqual([])
  })
})

describe('an answer to which there is more', () => {
  it('is asked on with what was answered, and is said to be drawn once', async () => {
    const world = createWorld()
    world.askAhead('art')
    await world.answer('the first …')
    expect(world.shown()).toMatchObject({ isUnfinished: true })
    world.line.askOn('art', 'the first …')
    expect(world.lastBefore()).toBe('the first …')
    await world.answer('all')
    expect(world.shown()).toMatchObject({ answer: 'all', isUnfinished: false })
    expect(world.drawn).toEqual(['art'])
  })

  it('is not asked on when something else was typed meanwhile', async () => {
    const world = createWorld()
    world.ask('art')
    await world.answer('the first …')
    world.askAhead('arts')
    world.line.askOn('art', 'the first …')
    expect(world.asked()).toEqual(['art', 'arts'])
  })

  it('ends with the line', async () => {
    const world = createWorld()
    world.ask('art')
    world.line.end()
    await world.answer('the first …')
    world.line.askOn('art', 'the first …')
    expect(world.asked()).toEqual(['art'])
    expect(world.shown()).toBe(noAnswer)
  })
})
