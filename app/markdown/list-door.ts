import { z } from 'zod'
import { markdownDoor } from '@/app/markdown/markdown-door'
import { nextPath, type Paging, type ToldPage } from '@/app/markdown/told-list'
import { refuse } from '@/door'
import { env } from '@/env'
import { orderParam, pageParam } from '@/lib/api-query'
import { listMarkdown } from '@/lib/list-markdown'
import { markdownAddress } from '@/lib/markdown-address'
import type { Order } from '@/lib/order'

type Asked = Paging & { order: Order; param: (name: string) => string }

const query = z.object({ p: pageParam, sort: orderParam.default('top') })

/** A route that answers with a list in Markdown. @param tell reads the page; null when there is no such list */
export function listDoor(tell: (asked: Asked) => Promise<ToldPage> | null) {
  return markdownDoor(query, async ({ query: { p: page, sort: order }, param }) => {
    const told = await tell({ page, pageSize: env.LIST_PAGE_SIZE, order, param })
    if (!told) return refuse(404, 'There is no such list.')
    const { list, path, near } = told
    if (list.papers.length === 0 && page > 1) return refuse(404, `The list has no page ${page}.`)
    const next = nextPath(told, page, order)
    const ways = [
      { label: 'Next page', path: next },
      { label: 'Before', path: near.previous },
      { label: 'After', path: near.next },
      { label: 'For people', path },
    ]
    const markdown = listMarkdown({ ...list, ways: ways.flatMap(addressed) }, env.SITE_URL)
    return { markdown, path, next: next && markdownAddress(next) }
  })
}

function addressed({ label, path }: { label: string; path: string | null }): { label: string; href: string }[] {
  if (!path) return []
  const readable = label === 'For people' ? path : (markdownAddress(path) ?? path)
  return [{ label, href: `${env.SITE_URL}${readable}` }]
}
