import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A letter as a mail program reads it, with what was said of it on the way. */
export type Received = { to: string; from: string; subject: string; text: string }

/** A real mail server on this machine, which keeps what it is given. */
export async function startMailServer() {
  const letters: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope: { rcptTo, mailFrom } }, taken) {
      simpleParser(stream).then(({ subject = '', text = '' }) => {
        const to = rcptTo.map(({ address }) => address).join()
        letters.push({ to, from: mailFrom ? mailFrom.address : '', subject, text })
        taken()
      }, taken)
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
