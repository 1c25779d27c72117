import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { openSmtpLine } from '@/outside/smtp-line'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const envelope = { from: 'papers@example.org', to: 'mira@lab.edu' }
const message = Buffer.from('Subject: Hello\r\n\r\nHello.\r\n')

/** A real mail server, with what is asked of it. */
async function openPost(options: SMTPServerOptions) {
  const taken: { to: string; text: string; session: string }[] = []
  const sessions: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect({ id }, done) {
      sessions.push(id)
      done()
    },
    onData(stream, session, done) {
      text(stream).then((content) => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: content,
          session: session.id,
        })
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => {}) // connections that are cut off
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  closers.push(() => new Promise<void>((closed) => server.close(closed)))
  return { taken, sessions, line: lineTo(`127.0.0.1:${address.port}`) }
}

function lineTo(host: string) {
  const line = openSmtpLine(`smtp://${host}`)
  closers.push(line.close)
  return line
}

function refusal(responseCode: number, words: string) {
  return Object.assign(new Error(words), { responseCode })
}

test('mails go through one connection, one after the other', async () => {
  const { line, taken } = await openPost({})
  expect(await line.send(envelope, message)).toMatchObject({ is: 'sent', answer: expect.stringContaining('250') })
  expect(await line.send({ ...envelope, to: 'bo@lab.edu' }, message)).toMatchObject({ is: 'sent' })
  expect(taken.map(({ to }) => to)).toEqual(['mira@lab.edu', 'bo@lab.edu'])
  expect(taken[0]?.text).toContain('Hello.')
  expect(new Set(taken.map(({ session }) => session)).size).toBe(1)
})

test('the server’s answers are told apart, and the next mail goes out all the same', async () => {
  const { line, taken } = await openPost({
    onMailFrom: ({ address }, _, done) => done(address === 'nobody@example.org' ? refusal(553, 'Not you') : null),
    onRcptTo({ address }, _, done) {
      if (address === 'gone@lab.edu') return done(refusal(550, 'No such user'))
      done(address === 'full@lab.edu' ? refusal(452, 'Mailbox full') : null)
    },
    onData(stream, { envelope: { rcptTo } }, done) {
      stream.resume()
      stream.on('end', () => {
        const to = rcptTo[0]?.address
        if (to === 'spam@lab.edu') return done(refusal(554, 'Spam'))
        if (to === 'slow@lab.edu') return done(refusal(451, 'Try later'))
        taken.push({ to: to ?? '', text: '', session: '' })
        done()
      })
    },
  })
  const to = async (address: string) => (await line.send({ ...envelope, to: address }, message)).is
  expect(await to('gone@lab.edu')).toBe('refused')
  expect(await to('full@lab.edu')).toBe('later')
  expect(await to('spam@lab.edu')).toBe('rejected')
  expect(await to('slow@lab.edu')).toBe('later')
  expect(await to('a\r\nb@lab.edu')).toBe('refused')
  expect((await line.send({ ...envelope, from: 'nobody@example.org' }, message)).is).toBe('down')
  expect(await to('mira@lab.edu')).toBe('sent')
  expect(taken.map((mail) => mail.to)).toEqual(['mira@lab.edu'])
})

test('an address that is not taken costs no connection', async () => {
  const codes: Record<string, number> = { 'gone@lab.edu': 550, 'grey@lab.edu': 451, 'over@lab.edu': 421 }
  const { line, taken, sessions } = await openPost({
    onRcptTo: ({ address }, _, done) => done(codes[address] ? refusal(codes[address], 'Not taken') : null),
  })
  for (const to of ['gone@lab.edu', 'grey@lab.edu', 'mira@lab.edu']) await line.send({ ...envelope, to }, message)
  expect(sessions).toHaveLength(1)
  for (const to of ['over@lab.edu', 'bo@lab.edu']) await line.send({ ...envelope, to }, message)
  expect(sessions).toHaveLength(2)
  expect(taken.map(({ to }) => to)).toEqual(['mira@lab.edu', 'bo@lab.edu'])
})

test('a login that is refused is the server taking no mail', async () => {
  const server = await openPost({ authOptional: false, onAuth: (_, __, done) => done(refusal(535, 'Who are you')) })
  expect(await server.line.send(envelope, message)).toMatchObject({ is: 'down' })
})

/** A server that answers each line as it is told; null ends the connection. */
async function openRaw(answer: (line: string) => string | null) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write('220 raw\r\n')
    socket.on('data', (chunk) => {
      for (const line of String(chunk).split('\r\n').filter(Boolean)) {
        const said = answer(line)
        if (said === null) return socket.destroy()
        if (said !== '') socket.write(`${said}\r\n`)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
  return lineTo(`127.0.0.1:${address.port}`)
}

const kind = (line: string) => (line.startsWith('DATA') ? '354 go on' : line === '.' ? '250 taken' : '')
const polite = (line: string) => kind(line) || (/^(EHLO|MAIL|RCPT|QUIT|RSET)/.test(line) ? '250 ok' : '')

test('only a refusal of the address itself is held against it', async () => {
  const cases = [
    ['550 No such user', 'refused'],
    ['550 5.1.1 No such user', 'refused'],
    ['553-5.1.2 No such\r\n553 5.1.2 domain', 'refused'],
    ['550 5.2.1 Mailbox disabled', 'refused'],
    ['551 User not local', 'refused'],
    ['554 5.1.1 No such user', 'refused'],
    ['554 Transaction failed', 'rejected'],
    ['554 5.7.1 Relay access denied', 'rejected'],
    ['550 5.7.1 We do not relay', 'rejected'],
    ['550 5.1.8 Sender has no domain', 'rejected'],
    ['530 Authentication required', 'rejected'],
    ['552 5.2.2 Mailbox full', 'rejected'],
    ['450 4.2.0 Greylisted', 'later'],
  ] as const
  for (const [answer, is] of cases) {
    const line = await openRaw((said) => (said.startsWith('RCPT') ? answer : polite(said)))
    expect((await line.send(envelope, message)).is, answer).toBe(is)
  }
})

test('a mail that is too large is rejected, whether the server named its limit or says so', async () => {
  const small = await openPost({ size: 10 })
  expect(await small.line.send(envelope, message)).toMatchObject({
    is: 'rejected',
    answer: expect.stringContaining('10'),
  })
  for (const answer of ['552 Too large', '554 5.3.4 Message size exceeds fixed limit']) {
    const line = await openRaw((said) => (said.startsWith('MAIL') ? answer : polite(said)))
    expect((await line.send(envelope, message)).is, answer).toBe('rejected')
  }
})

test('a connection that ends before the mail was handed over has sent nothing', async () => {
  const line = await openRaw((said) => (said.startsWith('RCPT') ? null : polite(said)))
  expect((await line.send(envelope, message)).is).toBe('down')
})

test('one that ends before the server said that it took the mail leaves that unclear', async () => {
  const line = await openRaw((said) => (said === '.' ? null : polite(said)))
  expect((await line.send(envelope, message)).is).toBe('unclear')
})

test('one that was closed meanwhile is opened anew', async () => {
  let mails = 0
  const line = await openRaw((said) => {
    if (said !== '.') return polite(said)
    mails++
    return '250 taken'
  })
  expect((await line.send(envelope, message)).is).toBe('sent')
  line.close()
  expect((await line.send(envelope, message)).is).toBe('sent')
  expect(mails).toBe(2)
})

test('a mail that finds a kept connection dead goes through a new one, once', async () => {
  let [mails, dies] = [0, true]
  const line = await openRaw((said) => {
    if (said.startsWith('MAIL') && mails > 0 && dies) {
      dies = mails > 1
      return null
    }
    if (said === '.') mails++
    return polite(said)
  })
  for (let n = 0; n < 2; n++) expect((await line.send(envelope, message)).is).toBe('sent')
  dies = true
  expect((await line.send(envelope, message)).is).toBe('down')
  expect(mails).toBe(2)
})

test('a mail that was handed over is not sent again, even through a kept connection', async () => {
  let mails = 0
  const line = await openRaw((said) => {
    if (said !== '.') return polite(said)
    mails++
    return mails > 1 ? null : '250 taken'
  })
  expect((await line.send(envelope, message)).is).toBe('sent')
  expect((await line.send(envelope, message)).is).toBe('unclear')
  expect(mails).toBe(2)
})

test('closing gives up a mail under way, and says whether it was handed over', async () => {
  let reached = () => {}
  const hanging = (at: string) => (said: string) => {
    if (!said.startsWith(at)) return polite(said)
    reached()
    return ''
  }
  for (const [at, is] of [
    ['RCPT', 'down'],
    ['.', 'unclear'],
  ] as const) {
    const line = await openRaw(hanging(at))
    const hangs = new Promise<void>((resolve) => {
      reached = resolve
    })
    const sending = line.send(envelope, message)
    await hangs
    line.close()
    expect((await sending).is).toBe(is)
  }
})

test('where nobody listens nothing is sent', async () => {
  expect(await lineTo('127.0.0.1:1').send(envelope, message)).toMatchObject({
    is: 'down',
    answer: expect.stringContaining('ECONNREFUSED'),
  })
})
