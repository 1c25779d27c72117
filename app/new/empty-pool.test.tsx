import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { EmptyPool } from '@/app/new/empty-pool'

test('a day without papers leads to the nearest, in the same category', () => {
  const html = (category: string | null) =>
    renderToStaticMarkup(<EmptyPool category={category} nearest="2026-06-02" isEmpty={false} others={null} />)
  expect(html('cs.LG')).toContain('href="/new/cs.LG/2026-06-02"')
  expect(html(null)).toContain('href="/new/date/2026-06-02"')
})

test('a category without papers on a day that others have some on leads to those', () => {
  const html = renderToStaticMarkup(
    <EmptyPool category="hep-th" nearest="2026-06-01" isEmpty={false} others="2026-06-02" />,
  )
  expect(html).toContain('href="/new/date/2026-06-02"')
  expect(html).not.toContain('2026-06-01')
})
