import { Undo } from '@/components/moderation/undo'
import { rendered } from '@/components/rendered'
import type { ModerationLine, WebhookAct } from '@/db/types'
import { ago } from '@/lib/ago'
import { shortDay } from '@/lib/list-titles'
import { momentInWords } from '@/lib/moment-words'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'

/** What moderators did, the newest first. */
export function ModerationLog({ lines, now }: { lines: ModerationLine[]; now: number }) {
  return (
    <table className="times log">
      <thead>
        <tr>
          <th className="at" scope="col">
            When
          </th>
          <th scope="col">Who</th>
          <th scope="col">Did</th>
          <th scope="col">Why</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, now }: { line: ModerationLine; now: number }) {
  const { at, by, reason, stands } = line
  const exact = new Date(at).toISOString()
  return (
    <tr>
      <td className="at">
        <time dateTime={exact} title={`${exact.slice(0, 10)} ${exact.slice(11, 16)} UTC, ${ago(at, now)}`}>
          {momentInWords(at, now)}
        </time>
      </td>
      <th scope="row">{by ? <a href={`/user/${by}`}>{by}</a> : nobodyIn(line)}</th>
      <td>
        <Did line={line} />
      </td>
      <td data-l={reason ? '·' : undefined} dir="auto">
        {reason}
      </td>
      <td className="act">{stands && <Undo line={line} />}</td>
    </tr>
  )
}

/** On the command line nobody has a name; only such a role comes with a reason. */
function nobodyIn({ kind, reason }: ModerationLine): string {
  return kind === 'role' && reason ? 'whoever runs the site' : 'somebody who left'
}

const roleWords = { member: 'a member', moderator: 'a moderator', admin: 'an admin' }

const webhookWords: Record<WebhookAct, string> = {
  made: 'made',
  changed: 'changed',
  secret: 'gave a new secret to',
  on: 'switched on',
  off: 'switched off',
  deleted: 'deleted',
}

function Did({ line: { kind, comment, paper, list, day, role, what, act } }: { line: ModerationLine }) {
  const where = paper && (
    <a
      className="link"
      href={`${paperPath(paper.id)}${comment ? `#comment-${comment.id}` : ''}`}
      dir="auto"
      {...rendered(renderTitle(paper.title))}
    />
  )
  const whose = comment?.author ? `a comment by ${comment.author}` : 'a comment'
  if (kind === 'hidden')
    return (
      <>
        hid {whose} on {where}
      </>
    )
  if (kind === 'unhidden')
    return (
      <>
        showed {whose} again on {where}
      </>
    )
  if (kind === 'role')
    return (
      <>
        made {role?.name ?? 'somebody who left'} {roleWords[role?.role ?? 'member']}
      </>
    )
  if (kind === 'asked') return <>asked for a run of {what}</>
  if (kind === 'released') return <>let letters go to {what ?? 'an address that is gone'} again</>
  if (kind === 'webhook')
    return (
      <>
        {act && webhookWords[act]} the site’s webhook <bdi>{what}</bdi>
      </>
    )
  const whoseList = list?.owner ? `a reading list of ${list.owner}` : 'a reading list'
  if (kind === 'closed') return <>made {whoseList} private</>
  if (kind === 'reopened') return <>let {whoseList} be public again</>
  const onDay = day ? <a href={`/papers/date/${day}`}>{shortDay(day)}</a> : 'its day'
  return kind === 'unlisted' ? (
    <>
      took {where} off {onDay}
    </>
  ) : (
    <>
      put {where} back on {onDay}
    </>
  )
}
