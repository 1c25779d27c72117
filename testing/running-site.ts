import { type ChildProcess, spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { freePort } from '@/server/free-port'

/* For tests: npm start's own script as a process group of its own, as a person's shell would start it. */

export type RunningSite = {
  url: string
  port: number
  /** What it printed so far. */
  said: () => string
  /** Signals the whole process group, and waits for its end. @returns the exit code, null after a signal */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

/** Starts the built site and waits until /api/health says that pages can be served. */
export async function startSite(settings: Record<string, string>, patience = 60_000): Promise<RunningSite> {
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // The model would take a core from what is tested.
    EMBED: 'off',
    ...settings,
    NODE_ENV: 'production',
    PORT: String(port),
    SITE_URL: '',
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const site: RunningSite = {
    url: `http://localhost:${port}`,
    port,
    said: () => Buffer.concat(said).toString(),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-groupOf(child), signal)
      return exited
    },
  }
  const deadline = performance.now() + patience
  while (!(await isHealthy(site.url))) {
    if (child.exitCode !== null) throw new Error(`The site ended (${child.exitCode}):\n${site.said()}`)
    if (performance.now() > deadline) {
      await site.end('SIGKILL')
      throw new Error(`The site did not come up in ${patience} ms:\n${site.said()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return site
}

export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/health`).catch(() => null) // nobody listens yet
  return response?.ok ?? false
}

function groupOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The site could not be started.')
  return child.pid
}
