/** A value as SQLite stores it. Whole numbers keep all of their 64 bits. */
export type Value = null | bigint | number | string | Uint8Array

/** What stands at a place is not what the format of SQLite's files allows there. */
export class NotSoWritten extends Error {
  constructor() {
    super('not as SQLite writes it')
    this.name = 'NotSoWritten'
  }
}

/** A number of one to nine bytes, and where what follows it begins: https://www.sqlite.org/fileformat2.html#varint */
export function readVarint(bytes: Buffer, at: number): readonly [number, number] {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.at(at + index)
    if (byte === undefined || at + index >= bytes.length) throw new NotSoWritten()
    if (index === 8) return [toSafe(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), at + 9]
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return [toSafe(value), at + index + 1]
  }
  throw new NotSoWritten()
}

/** The values of a row, in the order in which its table keeps them: https://www.sqlite.org/fileformat2.html#record_format */
export function readRecord(payload: Buffer): Value[] {
  const [headerBytes, first] = readVarint(payload, 0)
  if (headerBytes > payload.length) throw new NotSoWritten()
  const values: Value[] = []
  let at = headerBytes
  for (let head = first; head < headerBytes;) {
    const [type, next] = readVarint(payload, head)
    const bytes = bytesOf(type)
    if (at + bytes > payload.length) throw new NotSoWritten()
    values.push(readValue(type, payload.subarray(at, at + bytes)))
    at += bytes
    head = next
  }
  return values
}

const wholeBytes = [0, 1, 2, 3, 4, 6, 8] as const

function bytesOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  if (type === 7) return 8
  if (type === 8 || type === 9) return 0
  const bytes = wholeBytes[type]
  if (bytes === undefined) throw new NotSoWritten()
  return bytes
}

function readValue(type: number, bytes: Buffer): Value {
  if (type === 0) return null
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 8 || type === 9) return BigInt(type - 8)
  if (type >= 12) return type % 2 === 0 ? Uint8Array.from(bytes) : bytes.toString('utf8')
  return bytes.length === 8 ? bytes.readBigInt64BE(0) : BigInt(bytes.readIntBE(0, bytes.length))
}

/** The numbers of rows and pages, which all fit. */
function toSafe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
    throw new NotSoWritten()
  return Number(value)
}
