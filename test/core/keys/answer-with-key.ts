import { parentPort, workerData } from 'node:worker_threads'

// Stands where a copy is altered: it tells what it had as a key, and in which memory that lies.
const shared: SharedArrayBuffer = workerData.key
const had = Uint8Array.from(new Uint8Array(shared))
// The port to the core has no origin to target.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage({ ok: true, value: { had, shared } })
