import { encode } from 'next-auth/jwt'
import { afterAll, expect, test, vi } from 'vitest'
import { POST as recover } from '@/app/api/recover/route'
import { POST as changeEmail } from '@/app/api/settings/email/route'
import { POST as sendSignIn } from '@/app/api/signin/letter/route'
import { confirmEmail, createConfirmToken, signInByEmail } from '@/db/emails'
import { hashPassword, passwordFits, recoverPassword } from '@/db/passwords'
import { startSession } from '@/db/sessions'
import { createUser, getUserByEmail, getUserByName } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { sendLater } from '@/mail'

/** A real mail server on this machine, which keeps what it is given. */
const post = await vi.hoisted(async () => {
  const { SMTPServer } = await import('smtp-server')
  const { text } = await import('node:stream/consumers')
  const letters: { to: string; from: string; text: string }[] = []
  // What the server says to an address instead of taking its letter, each code once.
  const answers = new Map<string, number[]>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, answer) {
      const responseCode = answers.get(address)?.shift()
      answer(responseCode === undefined ? null : Object.assign(new Error('Not taken'), { responseCode }))
    },
    onData(stream, session, taken) {
      const { rcptTo, mailFrom } = session.envelope
      text(stream).then((text) => {
        letters.push({ to: rcptTo.map(({ address }) => address).join(), from: mailFrom ? mailFrom.address : '', text })
        taken()
      }, taken)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
  process.env.MAIL_FROM = 'Daily Papers <papers@example.org>'
  return { letters, answers, close: () => new Promise<void>((closed) => server.close(closed)) }
})

afterAll(() => post.close())

const now = Date.now()
let asked = 0

function ask(handler: typeof recover, fields: Record<string, string>, cookie?: string) {
  const headers = new Headers({ 'content-type': 'application/json', origin: env.SITE_URL })
  headers.set('x-client-address', `10.0.0.${asked++}`)
  if (cookie) headers.set('cookie', cookie)
  const request = new Request(`${env.SITE_URL}/api/x`, { method: 'POST', headers, body: JSON.stringify(fields) })
  return handler(request, { params: Promise.resolve({}) })
}

/** The next letter to this address; it comes after the answer. */
async function letterTo(address: string) {
  return vi.waitFor(() => {
    const at = post.letters.findIndex(({ to }) => to === address)
    if (at < 0) throw new Error(`No letter to ${address} yet.`)
    const [letter] = post.letters.splice(at, 1)
    return readable(letter?.text ?? '')
  })
}

/** Undoes quoted-printable, in which a long link is broken. */
function readable(letter: string): string {
  return letter
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function tokenIn(letter: string, path: string): string {
  return new RegExp(`${env.SITE_URL}${path}/([\\w-]{32})`).exec(letter)?.[1] ?? ''
}

async function join(name: string, email?: string) {
  const made = await createUser({ name, passwordHash: await hashPassword(`password of ${name}`) }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  if (email) await confirmEmail(await createConfirmToken(userId, email, now), userId, now)
  return userId
}

test('Mira recovers her password by mail', async () => {
  await join('mira', 'mira@lab.edu')
  const answer = await ask(recover, { email: 'Mira@Lab.edu' })
  expect(answer.status).toBe(200)
  const letter = await letterTo('mira@lab.edu')
  expect(letter).toContain('From: Daily Papers <papers@example.org>')
  expect(letter).toContain('You are mira there.')
  expect(await recoverPassword(tokenIn(letter, '/recover'), await hashPassword('a new password'), now)).toBe('mira')
  const mira = await getUserByName('mira')
  expect(await passwordFits(mira?.passwordHash ?? null, 'a new password')).toBe(true)
})

test('an unknown address gets the same answer and no letter', async () => {
  const known = await ask(recover, { email: 'mira@lab.edu' })
  const unknown = await ask(recover, { email: 'nobody@lab.edu' })
  expect(unknown.status).toBe(known.status)
  expect(await unknown.text()).toBe(await known.text())
  await letterTo('mira@lab.edu')
  expect(post.letters).toEqual([])
})

test('a letter signs in, and makes an account for somebody new', async () => {
  await ask(sendSignIn, { email: 'mira@lab.edu', next: '/papers/2606.00001' })
  const letter = await letterTo('mira@lab.edu')
  expect(letter).toContain('?next=%2Fpapers%2F2606.00001')
  expect(await signInByEmail(tokenIn(letter, '/signin'), { mayJoin: true }, Date.now())).toMatchObject({ name: 'mira' })

  await ask(sendSignIn, { email: 'tove@lab.edu', next: '//evil.example' })
  const welcome = await letterTo('tove@lab.edu')
  expect(welcome).not.toContain('evil')
  expect(await signInByEmail(tokenIn(welcome, '/signin'), { mayJoin: true }, Date.now())).toMatchObject({
    name: 'tove',
  })
})

test('an address that belongs to somebody is not given to somebody else, who learns nothing of it', async () => {
  const eve = await join('eve')
  const jwt = await encode({
    token: { sub: eve, sid: await startSession(eve, null, now) },
    secret: env.AUTH_SECRET ?? '',
    salt: 'dp_session',
  })
  const change = (email: string) => ask(changeEmail, { email, password: 'password of eve' }, `dp_session=${jwt}`)
  const [taken, free] = [await change('mira@lab.edu'), await change('eve@lab.edu')]
  expect(await taken.text()).toBe(await free.text())
  expect(await letterTo('mira@lab.edu')).toContain('belongs to mira already')
  const confirm = tokenIn(await letterTo('eve@lab.edu'), '/settings/email')
  expect(await confirmEmail(confirm, eve, Date.now())).toBe('eve@lab.edu')
  expect((await getUserByEmail('mira@lab.edu'))?.name).toBe('mira')
})

test('one address gets three letters an hour, whoever asks', async () => {
  const statuses = []
  for (let n = 0; n < 5; n++) statuses.push((await ask(recover, { email: 'pilar@lab.edu' })).status)
  expect(statuses).toEqual([200, 200, 200, 429, 429])
})

/** Sends a letter to this address. @returns how often it was written, and what was said of it on stderr */
async function sendTo(to: string, codes: number[], pauses: number[]) {
  post.answers.set(to, codes)
  const said: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0)
  const write = vi.fn(async () => ({ to, letter: { subject: 'Hello', text: 'Hello.' } }))
  sendLater(write, pauses)
  const arrived = () => post.letters.filter((letter) => letter.to === to).length
  await vi.waitFor(() => expect(arrived() + said.length).toBe(1))
  stderr.mockRestore()
  return { arrived: arrived(), written: write.mock.calls.length, said: said.join(), left: codes }
}

test('a letter that is greylisted is sent again, and one that is refused for good is not', async () => {
  expect(await sendTo('grey@lab.edu', [451, 450], [1, 1, 1])).toMatchObject({ arrived: 1, written: 1, said: '' })
  const refused = await sendTo('gone@lab.edu', [550, 451], [1, 1, 1])
  expect(refused).toMatchObject({ arrived: 0, said: expect.stringContaining('550'), left: [451] })
  const never = await sendTo('never@lab.edu', [451, 451, 451], [1, 1])
  expect(never).toMatchObject({ arrived: 0, said: expect.stringContaining('451'), left: [] })
})
