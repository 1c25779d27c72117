import { ago } from '@/lib/ago'

type Props = { at: number; now: number; href: string }

/** When a comment was written, and the way to it. */
export function CommentTime({ at, now, href }: Props) {
  const exact = new Date(at).toISOString()
  return (
    <a href={href}>
      <time dateTime={exact} title={`${exact.slice(0, 10)} ${exact.slice(11, 16)} UTC`}>
        {ago(at, now)}
      </time>
    </a>
  )
}
