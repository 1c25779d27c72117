import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'

/**
 * What became of a mail. 'refused': the address was, for good. 'rejected': the mail or we were, for good. 'later': not now.
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
  let isStopped = false

  async function send(envelope: { from: string; to: string }, message: Buffer): Promise<Sent> {
    let handedOver = false
    const kept = connection
    isStopped = false
    try {
      const open = kept ?? (await connect())
      mails++
      const answer = await converse(open, envelope, message, () => {
        handedOver = true
      })
      if (mails >= mailsALine) sayGoodbye()
      return { is: 'sent', answer }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const sent = sentOf(error, handedOver)
      if (!(await startsOver(error))) hangUp()
      // A connection that was kept may have been forgotten by a server or a router, without a word.
      const isStale = kept !== null && sent.is === 'down' && !('responseCode' in error) && !isStopped
      return isStale ? send(envelope, message) : sent
    }
  }

  /** After an envelope that was refused the conversation goes on, unless the server is about to end it. */
  async function startsOver({ code, responseCode }: SmtpError): Promise<boolean> {
    const open = connection
    if (!open || code !== 'EENVELOPE' || !responseCode || responseCode === 421 || mails >= mailsALine) return false
    const reset = orLost<void>((done) => open.reset((error) => done(error, undefined)))
    return reset.then(
      () => true,
      () => false,
    )
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
      isStopped = true
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
  const { code, command, responseCode = 0, response, message } = error
  const answer = response ?? message
  const isForGood = responseCode >= 500
  switch (command) {
    case 'MAIL FROM':
      if (isTooLarge(error)) return { is: 'rejected', answer }
      return { is: isForGood || responseCode === 0 ? 'down' : 'later', answer }
    case 'RCPT TO':
      if (!isForGood) return { is: 'later', answer }
      return { is: isOfAddress(error) ? 'refused' : 'rejected', answer }
    case 'DATA':
      if (responseCode > 0) return { is: isForGood ? 'rejected' : 'later', answer }
      break
    case 'API':
      // An address that cannot be written into the conversation.
      if (code === 'EENVELOPE') return { is: 'refused', answer }
  }
  return { is: handedOver ? 'unclear' : 'down', answer }
}

/** Said by the server (RFC 1870), or known before from the size that it named. */
function isTooLarge({ code, responseCode, response = '' }: SmtpError): boolean {
  if (responseCode === undefined) return code === 'EMESSAGE'
  return responseCode === 552 || enhancedCode(response) === '5.3.4'
}

/**
 * Whether a recipient is refused because the address is none, rather than because of who we are: a relay that does not
 * know us says so of every recipient. RFC 3463 tells these apart; a server without its codes has only 550, 551 and 553,
 * of which RFC 5321 says that the mailbox is not found, is elsewhere, or is not a name (4.2.3, 4.3.2). A bare 554 is not
 * one of its answers to RCPT: it is "transaction failed", with which servers refuse whom they find on a blocklist, for
 * every recipient alike. To count it would suspend all readers at once, so the letter alone is given up; 554 5.1.1 counts,
 * and 554 5.7.1 does not, by their codes. 552 is a mailbox that is full.
 */
function isOfAddress({ responseCode = 0, response = '' }: SmtpError): boolean {
  const enhanced = enhancedCode(response)
  if (enhanced === null) return [550, 551, 553].includes(responseCode)
  // 5.1.7 and 5.1.8 are of the sender's address.
  return /^5\.1\.(?![78]$)/.test(enhanced) || enhanced === '5.2.1'
}

/** The code of RFC 3463 in an answer for good: 5.1.1 in '550 5.1.1 No such user'. */
function enhancedCode(response: string): string | null {
  return /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null
}
