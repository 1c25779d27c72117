import type { DeliveryLine } from '@/db/types'
import { timeInWords } from '@/lib/moment-words'
import { plainTitle } from '@/lib/tex'
import { answerInWords, eventWords, fateInWords } from '@/lib/webhook-words'

type Props = {
  /** Where a message is asked for again: `/api/webhooks/…` */
  api: string
  webhookId: string
  lines: readonly DeliveryLine[]
  isOn: boolean
  now: number
}

/** The last messages of a webhook with what its receiver answered. */
export function DeliveryLog({ api, webhookId, lines, isOn, now }: Props) {
  return (
    <table className="times">
      <caption className="hidden">The last messages, newest first. Times are UTC.</caption>
      <thead>
        <tr>
          <th scope="col">Message</th>
          <th scope="col">When</th>
          <th scope="col">Answer</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {eventWords[line.event]}
              {line.subject && (
                <>
                  {': '}
                  <a href={line.subject.path} dir="auto">
                    {plainTitle(line.subject.text)}
                  </a>
                </>
              )}
            </th>
            <td>
              <time dateTime={new Date(line.createdAt).toISOString()}>{timeInWords(line.createdAt, now)}</time>
            </td>
            <td data-l="·" className={line.state === 'failed' ? 'trouble' : undefined}>
              <Answer line={line} now={now} />
            </td>
            <td className="act">
              {isOn && mayBeTried(line) && (
                <form action={`${api}/${webhookId}/deliveries/${line.id}/retry`} method="post">
                  <input type="hidden" name="at" value={webhookId} />
                  <button type="submit">Try now</button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answer({ line, now }: { line: DeliveryLine; now: number }) {
  const answer = answerInWords(line)
  const fate = line.event === 'webhook.test' ? '' : fateInWords(line, now)
  return (
    <>
      <span className="answer" dir="auto">
        {answer}
      </span>
      {fate && <span className="hint">{fate}</span>}
    </>
  )
}

function mayBeTried({ event, state, attempts }: DeliveryLine): boolean {
  return event !== 'webhook.test' && (state === 'failed' || (state === 'waiting' && attempts > 0))
}
