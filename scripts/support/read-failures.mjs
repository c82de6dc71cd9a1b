/** What vitest's JSON report says failed: the name of each test, or of a file that could not be run, and why. */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${message}`] : []
    return failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`)
  })
}

/** The same of Playwright's. */
export function failuresOfPlaywright(report) {
  return [
    ...(report?.errors ?? []).map(({ message }) => message),
    ...(report?.suites ?? []).flatMap(failuresOfSuite),
  ]
}

function failuresOfSuite({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok)
  return [...failed.map(failureOfSpec), ...suites.flatMap(failuresOfSuite)]
}

function failureOfSpec({ title, file, tests }) {
  const results = tests.flatMap((test) => test.results)
  const errors = results.flatMap((result) => result.errors ?? [])
  return [`${file} › ${title}`, ...errors.map(({ message }) => message), ...results.flatMap(screensOf)].join(
    '\n',
  )
}

const longestScreen = 120

/** What was on the screen when it failed, as far as that fits. */
function screensOf({ attachments = [] }) {
  return attachments
    .filter(({ name, body }) => name === 'screen' && body !== undefined)
    .map(({ body }) => {
      const lines = Buffer.from(body, 'base64').toString().split('\n')
      const rest = lines.length - longestScreen
      return [
        'on the screen:',
        ...lines.slice(0, longestScreen),
        ...(rest > 0 ? [`… ${rest} lines more`] : []),
      ].join('\n')
    })
}
