import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Says at the end which tests were skipped, and why: a skipped test without its reason looks like a passed one. */
// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter by its default export.
export default class SkipReporter implements Reporter {
  readonly #skipped: string[] = []

  onTestEnd(test: TestCase, { status, annotations }: TestResult): void {
    if (status !== 'skipped') return
    const reason = [...annotations, ...test.annotations].find(({ type }) => type === 'skip')?.description
    this.#skipped.push(`${test.title}: ${reason ?? 'no reason was given'}`)
  }

  onEnd(): void {
    for (const line of this.#skipped) console.log(`skipped  ${line}`)
  }

  printsToStdio(): boolean {
    return true
  }
}
