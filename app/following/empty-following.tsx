import { EmptyList } from '@/components/empty-list'
import { FollowForm } from '@/components/follow/follow-form'
import { listRecentCategories } from '@/db/following'
import type { FollowedPage } from '@/db/types'
import { shortDay } from '@/lib/list-titles'
import { plural } from '@/lib/text'

type Props = { hasFollows: boolean } & Pick<FollowedPage, 'hidden' | 'since'>

/** Somebody's own list without papers: how it fills, or that nothing came. */
export async function EmptyFollowing({ hasFollows, hidden, since }: Props) {
  if (hasFollows) {
    return (
      <EmptyList heading={`Nothing since ${shortDay(since)}.`} meanwhile={null}>
        <p>
          {hidden > 0
            ? `Your muted words hide ${plural(hidden, 'paper')} of what you follow.`
            : 'New papers stand here as soon as one matches what you follow.'}{' '}
          <a className="link" href="/">
            Read the day
          </a>
        </p>
      </EmptyList>
    )
  }
  const categories = await listRecentCategories(8)
  return (
    <EmptyList heading="Follow something to fill this page." meanwhile={null}>
      <p>A word or phrase, a category, an author, a member, a reading list. A muted word hides papers from you.</p>
      {categories.length > 0 && (
        <>
          <p>Begin with a category of the last days:</p>
          <div className="chips">
            {categories.map((category) => (
              <FollowForm key={category} kind="category" value={category} label={category} isChip />
            ))}
          </div>
        </>
      )}
      <p>
        On a paper’s page you can follow its authors and categories.{' '}
        <a className="link" href="/">
          Read the day
        </a>
      </p>
    </EmptyList>
  )
}
