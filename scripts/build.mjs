// node scripts/build.mjs: installs and builds when something changed, and serves nothing.
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs'

checkNode()
process.env.NODE_ENV = 'production'
await ensureInstalled()
await ensureBuilt()
