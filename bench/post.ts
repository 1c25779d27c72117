import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { answerOrders } from '@/bench/beside'

/* Beside the benchmark: a mail server that takes everything and keeps nothing. It answers with its port. */

const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, taken) {
    stream.resume()
    stream.on('end', () => taken())
  },
})
post.on('error', () => {}) // whoever sends may end as they like

const listening = once(post.listen(0, '127.0.0.1'), 'listening')

answerOrders<null, number>(async () => {
  await listening
  const address = post.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.')
  return address.port
})
