'use client'

import { useComments } from '@/components/numbers-store'
import { plural } from '@/lib/text'

type Props = {
  paperId: string
  /** The total that the page was made with. */
  comments: number
  href: string
}

/** The way to a paper's talk, with how much of it there is. */
export function CommentCount({ paperId, comments, href }: Props) {
  const shown = useComments(paperId, comments)
  // What the page was made with stays readable for components/look-again.ts.
  return (
    <a href={href} data-comments={comments}>
      {shown === 0 ? 'discuss' : plural(shown, 'comment')}
    </a>
  )
}
