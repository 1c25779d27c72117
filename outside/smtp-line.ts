import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'

/**
 * What became of a mail. 'refused': the address was, for good. 'rejected': the mail was, for good. 'later': not now.
 * 'down': the server took no mail from us at all. 'unclear': it was handed over, and the server did not say that it took
 * it. Only after 'later' and 'down' is it certain that it may be sent again and comes once.
 */
export type Sent = { is: 'sent' | 'refused' | 'rejected' | 'later' | 'down' | 'unclear'; answer: string }

/** A connection to the mail server, opened when there is something to send and kept for the next one. */
export type SmtpLine = {
  /** One mail after the other. Never throws: what goes wrong is an answer. */
  send: (envelope: { from: string; to: string }, message: Buffer) => Promise<Sent>
  /** Says goodbye; a mail under way is given up. */
  close: () => void
}

const seconds = 1_000
const minutes = 60 * seconds
const timeouts = {
  connectionTimeout: 10 * seconds,
  greetingTimeout: 30 * seconds,
  // A server may look into a mail before it says that it took it.
  socketTimeout: 2 * minutes,
}
// Many servers end a connection after so many.
const mailsALine = 100

/** @param url smtp://user:password@host:port or smtps://… */
export function openSmtpLine(url: string): SmtpLine {
  const options = { ...timeouts, ...parseConnectionUrl(url) }
  const { username, password } = new URL(url)
  const login = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  let connection: SMTPConnection | null = null
  let socket: Socket | null = null
  let mails = 0
  let giveUp: ((error: SmtpError) => void) | null = null

  async function send(envelope: { from: string; to: string }, message: Buffer): Promise<Sent> {
    let handedOver = false
    try {
      const open = connection ?? (await connect())
      const answer = await converse(open, envelope, message, () => {
        handedOver = true
      })
      mails++
      if (mails >= mailsALine) sayGoodbye()
      return { is: 'sent', answer }
    } catch (error) {
      hangUp()
      if (!(error instanceof Error)) throw error
      return sentOf(error, handedOver)
    }
  }

  /** One that is lost while nothing is under way is only missing the next time. */
  async function connect(): Promise<SMTPConnection> {
    socket = plainSocket()
    const opened: Opened = new SMTPConnection({ ...options, ...(socket && { socket }) })
    opened.on('error', (error) => lost(opened, error))
    opened.on('end', () => lost(opened, new Error('The mail server closed the connection.')))
    mails = 0
    connection = opened
    await orLost<void>((done) => opened.connect((error) => done(error, undefined)))
    if (login.user && opened.allowsAuth)
      await orLost<void>((done) => opened.login({ credentials: login }, (error) => done(error, undefined)))
    return opened
  }

  /** Without TLS from the start, the socket may be ours: one that does not hold back the end of a mail for 40 ms. */
  function plainSocket(): Socket | null {
    return options.secure ? null : new Socket().setNoDelay(true)
  }

  function converse(open: SMTPConnection, envelope: { from: string; to: string }, message: Buffer, begun: () => void) {
    // It is read once the server has asked for it, and not before.
    const content = new Readable({
      read() {
        begun()
        this.push(message)
        this.push(null)
      },
    })
    const asked = { from: envelope.from, to: [envelope.to], size: message.length }
    return orLost<string>((done) => open.send(asked, content, (error, info) => done(error, info?.response ?? '')))
  }

  /** What the connection calls back, or its loss, of which it tells nobody who waits. */
  function orLost<T>(ask: (done: (error: Error | null | undefined, value: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      giveUp = reject
      ask((error, value) => (error ? reject(error) : resolve(value)))
    }).finally(() => {
      giveUp = null
    })
  }

  function lost(which: SMTPConnection, error: SmtpError) {
    if (connection !== which) return
    connection = null
    giveUp?.(error)
  }

  function sayGoodbye() {
    connection?.quit()
    hangUp()
  }

  /** Within a mail nothing may be said any more: it would be part of it. */
  function hangUp() {
    const [open, left] = [connection, socket]
    connection = null
    socket = null
    open?.close()
    // A server that does not hang up would keep the process.
    setTimeout(() => left?.destroy(), 5 * seconds).unref()
  }

  return {
    send,
    close() {
      if (!giveUp) return sayGoodbye()
      const stop = giveUp
      hangUp()
      stop(new Error('The site was stopped.'))
    },
  }
}

/** Its types leave out whether the server takes a login. */
type Opened = SMTPConnection & { allowsAuth?: boolean }

/** Errors of SMTPConnection say at which command they came, and what the server answered. */
type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

function sentOf(error: SmtpError, handedOver: boolean): Sent {
  const { command, responseCode = 0, response, message } = error
  const answer = response ?? message
  const isForGood = responseCode >= 500
  switch (command) {
    case 'MAIL FROM':
      return { is: isForGood || responseCode === 0 ? 'down' : 'later', answer }
    case 'RCPT TO':
      return { is: isForGood ? 'refused' : 'later', answer }
    case 'DATA':
      if (responseCode > 0) return { is: isForGood ? 'rejected' : 'later', answer }
      break
    case 'API':
      // An address that cannot be written into the conversation.
      if (error.code === 'EENVELOPE') return { is: 'refused', answer }
  }
  return { is: handedOver ? 'unclear' : 'down', answer }
}
