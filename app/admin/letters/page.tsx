import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { adminOnly } from '@/app/admin/admin-only'
import { AdminHead } from '@/components/admin/admin-head'
import { RefusedTable } from '@/components/admin/refused-table'
import { FormMessage } from '@/components/form-message'
import { countOutbox, countReaders } from '@/db/figures'
import { listRefused } from '@/db/refused-addresses'
import { getFlash } from '@/door/flash'
import { addressesOnPage } from '@/lib/admin-bounds'
import { oneValue, type PageInput } from '@/lib/query'
import { count, plural } from '@/lib/text'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Letters', robots: { index: false } }

export default async function LettersPage({ searchParams }: PageInput) {
  const { adminId } = await adminOnly('/admin/letters')
  const query = await searchParams
  const before = oneValue(query, 'before')
  if (before !== null && !/^\d{1,15}$/.test(before)) notFound()
  const [readers, outbox, refused, flash] = await Promise.all([
    countReaders(adminId),
    countOutbox(adminId),
    listRefused(adminId, { before: before === null ? null : Number(before), limit: addressesOnPage }),
    getFlash(query),
  ])
  return (
    <main id="main" className="wrap sheet">
      <AdminHead title="Letters" here="/admin/letters" tally={plural(readers.active, 'reader')} />
      <div className="across">
        {!hasMail && (
          <p className="enough">No mail server is set up (SMTP_URL): nobody can subscribe, and no letter goes out.</p>
        )}
        <Counts
          id="readers"
          title="Readers"
          rows={[
            ['Get letters', readers.active],
            ['Have not confirmed their address', readers.pending],
            ['Left', readers.left],
            ['Refused by their mail server', readers.refused],
          ]}
        />
        <Counts
          id="outbox"
          title="Outbox"
          rows={[
            ['Wait', outbox.waiting],
            ['On the way', outbox.sending],
            ['Failed for good', outbox.failed],
            ['Unclear: the process ended while sending, and they are not sent twice', outbox.unclear],
          ]}
        />
        <section className="part" id="refused" aria-labelledby="refused-title">
          <div className="bar hung">
            <h2 id="refused-title">Refused addresses</h2>
            <span className="hint">letters stop after three refusals in a row</span>
          </div>
          <div className="text">
            <FormMessage flash={flash}>
              {oneValue(query, 'saved') === 'released' &&
                'Letters go to that address again, the next at its reader’s hour.'}
            </FormMessage>
          </div>
          {refused.lines.length === 0 && (
            <p className="enough">{before === null ? 'No address is refused.' : 'There is nothing earlier.'}</p>
          )}
          {refused.lines.length > 0 && (
            <div className="hung">
              <RefusedTable addresses={refused.lines} now={Date.now()} />
            </div>
          )}
          {refused.next !== null && (
            <a className="more" href={`/admin/letters?before=${refused.next}#refused`}>
              Earlier
              <span>{plural(readers.refused, 'address', 'addresses')} in all</span>
            </a>
          )}
        </section>
      </div>
    </main>
  )
}

function Counts({ id, title, rows }: { id: string; title: string; rows: [name: string, n: number][] }) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <div className="bar hung">
        <h2 id={`${id}-title`}>{title}</h2>
      </div>
      <dl className="counts hung">
        {rows.map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(n)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
