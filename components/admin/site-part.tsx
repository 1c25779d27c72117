import type { SiteFacts } from '@/db/types'
import { ago } from '@/lib/ago'
import { count, plural } from '@/lib/text'

/** How much there is here, in words. */
export function SitePart({ papers, readers, outbox, days, lastChangeAt, now }: SiteFacts) {
  const [yesterday = 0, today = 0] = days.votes.slice(-2)
  return (
    <section className="part" id="site" aria-labelledby="site-title">
      <div className="bar hung">
        <h2 id="site-title">The site</h2>
        <span className="hint">
          {lastChangeAt === null ? 'nothing has happened yet' : `last change: ${ago(lastChangeAt, now)}`}
        </span>
      </div>
      <div className="hung">
        <dl className="details">
          <Row name="Papers">
            {count(papers.listed)} on a day, {count(papers.pool)} announced in the pool, {count(papers.all)} in all
          </Row>
          <Row name="Votes today">
            {today === 0 ? 'none so far' : count(today)}, yesterday {count(yesterday)}
          </Row>
          <Row name="Readers">
            {plural(readers.active, 'reader')} of the letter, {count(readers.pending)} not confirmed yet,{' '}
            {count(readers.left)} left,{' '}
            {readers.refused === 0 ? (
              '0 refused'
            ) : (
              <a className="link" href="/admin/letters#refused">
                {count(readers.refused)} refused
              </a>
            )}
          </Row>
          <Row name="Letters">{outboxInWords(outbox)}</Row>
        </dl>
      </div>
    </section>
  )
}

/** What waits in the outbox and what did not go out. */
export function outboxInWords({ waiting, sending, failed, unclear }: SiteFacts['outbox']): string {
  const parts = [
    `${count(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`,
    sending > 0 && `${count(sending)} on the way`,
    failed > 0 && `${count(failed)} failed`,
    unclear > 0 && `${count(unclear)} unclear: the process ended while sending them`,
  ]
  return parts.filter(Boolean).join(', ')
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
