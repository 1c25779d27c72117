import { connect, type Socket } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')
const endOfChunks = '0\r\n\r\n'

/**
 * One kept-alive connection that sends a request, finds the end of the answer and forgets it. Node's own client works
 * harder on an answer than the servers that are measured do, and would be what is measured.
 */
export class Connection {
  readonly #socket: Socket
  #onAnswer: ((status: number) => void) | null = null
  #head: Buffer | null = null
  /** Bytes of the body that are still to come; null while the head is, Infinity when it comes in chunks. */
  #left: number | null = null
  #tail = ''
  #status = 0

  private constructor(socket: Socket, onLost: (error: Error) => void) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', onLost)
    socket.on('close', () => {
      if (this.#onAnswer) onLost(new Error('The server closed a connection before it had answered.'))
    })
  }

  static open(port: number, onLost: (error: Error) => void): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Connection(socket, onLost))
      })
    })
  }

  /** The next request only when this one is answered. */
  send(request: Buffer, onAnswer: (status: number) => void): void {
    this.#onAnswer = onAnswer
    this.#socket.write(request)
  }

  close(): void {
    this.#onAnswer = null
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    let body = chunk
    if (this.#left === null) {
      const bytes = this.#head ? Buffer.concat([this.#head, chunk]) : chunk
      const end = bytes.indexOf(endOfHead)
      this.#head = end < 0 ? bytes : null
      if (end < 0) return
      this.#readHead(bytes.toString('latin1', 0, end))
      body = bytes.subarray(end + 4)
    }
    if (this.#left === Number.POSITIVE_INFINITY) {
      this.#tail = (this.#tail + body.toString('latin1', Math.max(0, body.length - 5))).slice(-5)
      if (this.#tail === endOfChunks) this.#end()
    } else {
      this.#left = (this.#left ?? 0) - body.length
      if (this.#left === 0) this.#end()
    }
  }

  #readHead(head: string): void {
    this.#status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    const isChunked = /\r\ntransfer-encoding: *chunked/i.test(head)
    this.#tail = ''
    this.#left = isChunked ? Number.POSITIVE_INFINITY : Number(length ?? 0)
  }

  #end(): void {
    this.#left = null
    const onAnswer = this.#onAnswer
    this.#onAnswer = null
    onAnswer?.(this.#status)
  }
}
