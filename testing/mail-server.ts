import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A letter as a mail program reads it, with what was said of it on the way. */
export type Received = { to: string; from: string; subject: string; text: string; mail: ParsedMail; raw: Buffer }

/** What a server says to an address that it does not take. */
export type Refusal = { responseCode: number; words: string }

type Options = {
  refuse?: (address: string) => Refusal | undefined
  /** Connections at once; those above are greeted with 421. */
  connections?: number
}

/** A real mail server on this machine, which keeps what it is given. */
export async function startMailServer({ refuse, connections }: Options = {}) {
  const letters: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    maxClients: connections,
    onRcptTo({ address }, _, answer) {
      const refusal = refuse?.(address)
      answer(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.responseCode }))
    },
    onData(stream, { envelope: { rcptTo, mailFrom } }, taken) {
      receive(stream)
        .then((received) => {
          const to = rcptTo.map(({ address }) => address).join()
          letters.push({ to, from: mailFrom ? mailFrom.address : '', ...received })
        })
        .then(() => taken(), taken)
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    close: () => new Promise<void>((closed) => server.close(closed)),
  }
}

async function receive(stream: NodeJS.ReadableStream) {
  const raw = await buffer(stream)
  const mail = await simpleParser(raw)
  return { subject: mail.subject ?? '', text: mail.text ?? '', mail, raw }
}
