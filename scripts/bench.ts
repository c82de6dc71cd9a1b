import { parseArgs } from 'node:util'
import { isName, names, type Measured, type Name } from './bench/lines.ts'
import { measure } from './bench/measure.ts'

const usage = `Usage: npm run bench -- [--json] [--only NAME,…]\nNames: ${names.join(', ')}`
const { isJson, wanted } = readArguments()
const measured = await measure(wanted)
console.log(isJson ? JSON.stringify(measured) : tableOf(measured))

function readArguments(): { isJson: boolean; wanted: ReadonlySet<Name> } {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
    })
    const asked = values.only?.split(',').map((name) => name.trim()) ?? names
    if (asked.every(isName)) return { isJson: values.json, wanted: new Set(asked) }
  } catch {
    // An option that is not known.
  }
  console.error(usage)
  process.exit(2)
}

function tableOf(rows: readonly Measured[]): string {
  const width = Math.max(...names.map((name) => name.length))
  return [
    `${'name'.padEnd(width)}      value      floor  ratio`,
    ...rows.map(
      ({ name, value, unit, floor, ratio }) =>
        `${name.padEnd(width)} ${figure(value)} ${figure(floor)} ${(ratio?.toFixed(2) ?? '—').padStart(6)}  ${unit}`,
    ),
  ].join('\n')
}

function figure(value: number): string {
  return value.toFixed(2).padStart(10)
}
