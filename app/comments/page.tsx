import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentLine } from '@/components/comment-line'
import { listNewestComments } from '@/db/comments'
import { readCommentCursor, writeCommentCursor } from '@/lib/comment-cursor'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

const pageSize = 30

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  return {
    title: 'Newest comments',
    description: 'What people say about papers here, the newest first.',
    alternates: { canonical: '/comments' },
    robots: oneValue(await searchParams, 'before') === null ? undefined : { index: false },
  }
}

export default async function CommentsPage({ searchParams }: PageInput) {
  const asked = oneValue(await searchParams, 'before')
  const before = asked === null ? null : readCommentCursor(asked)
  if (asked !== null && !before) notFound()
  const { comments, next } = await listNewestComments({ before, limit: pageSize })
  const now = Date.now()
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Newest comments</h1>
          {before && (
            <p className="tally">
              <a className="link" href="/comments">
                Back to the newest
              </a>
            </p>
          )}
        </div>
      </div>
      <div>
        {comments.length === 0 && <p className="enough">{before ? 'There is nothing older.' : 'No comments yet.'}</p>}
        <ol className="thread">
          {comments.map((comment) => (
            <CommentLine key={comment.id} comment={comment} now={now} heading="h2" withAuthor />
          ))}
        </ol>
        {next && (
          <a className="more after-thread" href={`/comments?before=${writeCommentCursor(next)}`}>
            Older
          </a>
        )}
      </div>
    </main>
  )
}
