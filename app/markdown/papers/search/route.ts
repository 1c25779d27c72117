import { markdownDoor } from '@/app/markdown/markdown-door'
import { tellSearch } from '@/app/markdown/told-search'
import { foundPageSize } from '@/app/papers/search/page-size'
import { env } from '@/env'
import { listMarkdown } from '@/lib/list-markdown'
import { searchAsked, searchPath } from '@/lib/search-asked'

/** What a search finds. What could not be read of it is said, as beside the box. */
export const GET = markdownDoor(null, async ({ request }) => {
  const asked = searchAsked(new URL(request.url).searchParams)
  const { list, hasMore } = await tellSearch(asked, foundPageSize)
  const further = { ...asked, page: asked.page + 1 }
  const next = hasMore ? searchPath(further, '/papers/search.md') : null
  const ways = [
    ...(next ? [{ label: 'Next page', href: env.SITE_URL + next }] : []),
    { label: 'For people', href: env.SITE_URL + searchPath(asked) },
  ]
  return { markdown: listMarkdown({ ...list, ways }, env.SITE_URL), path: searchPath(asked), next }
})
