import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { quantised } from '@/lib/search-vectors'
import type { PieceTable } from '@/lib/word-vectors'

type Reply = { id: number } & ({ vectors: Float32Array[] } | { table: PieceTable } | { error: string })
type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void }

/**
 * The model that this site brings along, in a thread that is started when it is first asked and that keeps no process
 * alive. After a fault of the thread the next one who asks gets a new one.
 */
export class EmbedThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0

  /** @param isLow for what nobody waits for: others on the machine go first */
  constructor(private readonly isLow: boolean) {}

  /** What texts mean, in their order. They wait for what was asked before. */
  async embed(texts: readonly string[]): Promise<Int8Array[]> {
    const reply = await this.ask({ texts })
    return 'vectors' in reply ? reply.vectors.map(quantised) : []
  }

  async pieces(): Promise<PieceTable> {
    const reply = await this.ask({})
    if (!('table' in reply)) throw new Error('The thread of the model answers something else.')
    return reply.table
  }

  async stop(): Promise<void> {
    const { worker } = this
    this.fail(new Error('The thread of the model was stopped.'))
    await worker?.terminate()
  }

  private ask(what: { texts?: readonly string[] }): Promise<Reply> {
    this.worker ??= this.start()
    const id = ++this.asked
    const { worker } = this
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      worker.ref()
      worker.postMessage({ id, ...what })
    })
  }

  private start(): Worker {
    // Asked of the process, because a bundler that sees the Worker would bundle what it runs.
    const threads = process.getBuiltinModule('node:worker_threads')
    const worker = new threads.Worker(join(process.cwd(), 'outside', 'embedding-worker.mjs'), {
      workerData: { isLow: this.isLow },
      execArgv: [],
    })
    worker.unref()
    worker.on('message', (reply: Reply) => {
      const waiting = this.waiting.get(reply.id)
      this.waiting.delete(reply.id)
      if (this.waiting.size === 0) worker.unref()
      if ('error' in reply) waiting?.reject(new Error(reply.error))
      else waiting?.resolve(reply)
    })
    worker.on('error', (error) => this.worker === worker && this.fail(error))
    worker.on('exit', () => this.worker === worker && this.fail(new Error('The thread of the model has ended.')))
    return worker
  }

  private fail(error: Error) {
    this.worker = null
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}
