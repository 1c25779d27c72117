import { z } from 'zod'
import { suggestPapers } from '@/db/suggested-papers'
import { door } from '@/door'
import { suggestAnswer } from '@/lib/api-papers'
import { cleanLine } from '@/lib/clean-text'
import { plainTitle, renderTitle } from '@/lib/tex'
import { markTyped } from '@/lib/typed-marks'

// Longer than what anybody looks at while they type.
const longestTyped = 200

const query = z.object({ q: z.string().default('').meta({ description: 'What has been typed.' }) })

/** Up to eight papers for what has been typed so far. `html` is the title with what was typed marked. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'suggest',
    query,
    api: { says: 'Up to eight papers for what has been typed so far.', answer: suggestAnswer },
  },
  async ({ query: { q } }) => {
    const typed = cleanLine(q).slice(0, longestTyped)
    const papers = await suggestPapers(typed)
    const titles = papers.map(({ title, publishedAt, ...paper }) => ({
      ...paper,
      title: plainTitle(title),
      html: markTyped(renderTitle(title), typed),
      publishedAt: new Date(publishedAt).toISOString(),
    }))
    // The same for everybody; who goes back a letter need not ask again.
    return Response.json({ titles }, { headers: { 'Cache-Control': 'private, max-age=30' } })
  },
)
