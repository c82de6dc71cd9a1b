import { z } from 'zod'

// Zod compiles schemas with `new Function` where it may; our CSP forbids that, and the probe alone is reported as a
// violation. This module runs before any schema is made, so it is the only one that imports zod.
z.config({ jitless: true })

export { z }
