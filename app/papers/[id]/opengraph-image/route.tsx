import { LRUCache } from 'lru-cache'
import { ImageResponse } from 'next/og'
import { loadFonts } from '@/app/papers/[id]/opengraph-image/fonts'
import { Picture, pictureSize } from '@/components/paper/picture'
import { getPaper } from '@/db/papers'
import type { Paper } from '@/db/types'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { namesInShort } from '@/lib/author-names'
import { formatDate, formatDayLong } from '@/lib/days'
import { drawable } from '@/lib/glyphs'
import { hostOf } from '@/lib/links'
import { isArxivId } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'
import { plural, shorten } from '@/lib/text'

// Drawing takes a few hundred milliseconds, and a paper that is talked about is asked for by many at once.
const drawn = new LRUCache<string, Promise<ArrayBuffer>>({ max: 100 })

/** The picture of a paper that others show beside its link. */
export const GET = door({ who: 'anyone', limit: 'picture' }, async ({ paperId }) => {
  const paper = await getPaper(paperId)
  if (!paper) return refuse(404, 'There is no paper of that id.')
  const words = await wordsOf(paper)
  const key = JSON.stringify(words)
  const picture = drawn.get(key) ?? drawInTurn(words)
  drawn.set(key, picture)
  try {
    return new Response(await picture, { headers: { 'Content-Type': 'image/png', 'Cache-Control': cacheControl } })
  } catch (error) {
    drawn.delete(key)
    throw new Error(`The picture of ${paperId} could not be drawn`, { cause: error })
  }
})

const lineLength = 72
// Titles and days hardly ever change, and those who show pictures keep them for weeks anyway.
const cacheControl = 'public, max-age=86400, s-maxage=604800, stale-while-revalidate=604800'

let last: Promise<unknown> = Promise.resolve()

/** One at a time: two at once would keep readers of pages waiting twice as long. */
function drawInTurn(words: Words): Promise<ArrayBuffer> {
  const picture = last.then(() => draw(words))
  last = picture.catch(() => {}) // whoever asked for it is told
  return picture
}

async function draw({ title, who, day }: Words): Promise<ArrayBuffer> {
  const { fonts, serif, sans } = await loadFonts()
  const picture = <Picture siteName={env.SITE_NAME} title={title} who={who} day={day} serif={serif} sans={sans} />
  return new ImageResponse(picture, { ...pictureSize, fonts }).arrayBuffer()
}

type Words = { title: string; who: string; day: string }

/** What the picture says, in what its fonts have: for the rest the drawer would ask a server elsewhere. */
async function wordsOf({ id, title, authors, authorCount, listing, publishedAt, sourceUrl }: Paper): Promise<Words> {
  const { canDraw } = await loadFonts()
  const names = authors.flatMap(({ name }) => readable(name, canDraw) ?? [])
  return {
    title: readable(plainTitle(title), canDraw) ?? (isArxivId(id) ? `arXiv ${id}` : hostOf(sourceUrl ?? '') || id),
    who: names.length === authors.length ? line(names) : plural(authorCount, 'author'),
    day: listing ? formatDayLong(listing.day) : formatDate(publishedAt),
  }
}

/** The text as it can be drawn; null when too little of it is left to be read. */
function readable(text: string, canDraw: (code: number) => boolean): string | null {
  const drawn = drawable(text, canDraw)
  const letters = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters(drawn) > 0.8 * letters(text) ? drawn : null
}

/** As many names as one line holds. */
function line(names: readonly string[]): string {
  const most = [5, 4, 3, 2].find((n) => namesInShort(names, n).length <= lineLength) ?? 1
  return shorten(namesInShort(names, most), lineLength)
}
