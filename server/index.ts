import { ensureAuthSecret } from '@/server/auth-secret'
import { freePort } from '@/server/free-port'
import { log } from '@/server/log'
import { outliveReaders } from '@/server/outlive-readers'

outliveReaders()

/* The settings are read once, when env.ts is first imported: what they need comes before. */
try {
  ensureAuthSecret(process.env)
  if (process.env.PORT?.trim() === '0') process.env.PORT = String(await freePort())
  const { serve } = await import('@/server/serve')
  await serve({ dev: process.env.NODE_ENV !== 'production' })
} catch (error) {
  log(error instanceof Error && error.cause === undefined ? `\n${reasonOf(error)}` : `\n${String(error)}`)
  if (process.env.DEBUG) throw error
  process.exit(1)
}

function reasonOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException
  const port = process.env.PORT || '3000'
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`
  if (code === 'EACCES') return `Port ${port} may not be opened. Choose one above 1023: PORT=3000 npm start`
  return error.message
}
