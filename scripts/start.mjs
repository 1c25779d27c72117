// npm start and npm run dev: install, build, serve. Plain Node until the server itself.
import { checkNode, ensureBuilt, ensureInstalled, loadEnvironment } from './setup.mjs'

const dev = process.argv.includes('--dev')

checkNode()
loadEnvironment()
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
await ensureInstalled()
if (!dev) await ensureBuilt()
// The server runs in this very process: nothing to forward signals to, nothing that outlives it.
await import('tsx')
await import('../server/index.ts')
