import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

/* Each test file has a database of its own. Set before env.ts is read, which the tests' own imports do. */

const empty = inject('emptyDatabase')
const own = join(dirname(empty), `${randomUUID()}.db`)
copyFileSync(empty, own)
process.env.DATABASE_URL = `file:${own}`
// A search would load the model, for vectors that are never made.
process.env.EMBED = 'off'
