// `npm test`: sets up what is missing, then runs every check and every test, and closes with one line of counts.
// Plain Node 20 and no dependency, because it begins before anything is installed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './setup.mjs'
import { failuresOfPlaywright, failuresOfVitest } from './support/read-failures.mjs'

const reports = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
/** A line each, told once more at the end: what failed at the beginning is far above by then. */
const failures = []

/** Runs a program of node_modules with the project's own Node; true when it ended well. */
function run(title, entry, args, environment, env = {}) {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(environment.node, [join(environment.root, 'node_modules', entry), ...args], {
    cwd: environment.root,
    stdio: 'inherit',
    env: { ...process.env, ...environment.env, ...env },
  })
  return status === 0
}

function check(title, ...command) {
  const hasPassed = run(title, ...command)
  if (hasPassed) counts.passed += 1
  else {
    counts.failed += 1
    failures.push(title)
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(join(reports, file), 'utf8'))
  } catch {
    return null
  }
}

// A runner that fell over without a report, or failed without naming a test, is a failure by itself.
function addCounts(hasEndedWell, { passed, failed, skipped }) {
  counts.passed += passed
  counts.skipped += skipped
  counts.failed += failed === 0 && !hasEndedWell ? 1 : failed
}

function runVitest(environment) {
  const hasEndedWell = run(
    'rules, core and faults',
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`],
    environment,
  )
  const report = readReport('vitest.json')
  failures.push(...failuresOfVitest(report))
  addCounts(hasEndedWell, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

function runPlaywright(environment) {
  const hasEndedWell = run(
    'the console in its window',
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json,./test/support/skip-reporter.ts'],
    environment,
    { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json') },
  )
  const report = readReport('playwright.json')
  failures.push(...failuresOfPlaywright(report))
  const stats = report?.stats
  addCounts(hasEndedWell, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

const environment = await setUp(['install', 'build', 'chromium', 'display'])
try {
  check('format', 'oxfmt/bin/oxfmt', ['--check', '.'], environment)
  check('lint and boundaries', 'oxlint/bin/oxlint', [], environment)
  for (const part of ['shared', 'node', 'web']) {
    check(`types: ${part}`, 'typescript/bin/tsc', ['-p', `tsconfig.${part}.json`], environment)
  }
  check('unused code', 'knip/bin/knip.js', [], environment)
  runVitest(environment)
  runPlaywright(environment)
} finally {
  await environment.tearDown()
  rmSync(reports, { recursive: true, force: true })
}

const { passed, failed, skipped } = counts
for (const failure of failures) console.log(`\nfailed  ${failure}`)
if (skipped > 0) console.log(`\n${skipped} skipped, for the reasons told above`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
