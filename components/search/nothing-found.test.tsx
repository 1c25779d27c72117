import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NothingFound } from '@/components/search/nothing-found'
import { searchAsked } from '@/lib/search-asked'

test('who finds nothing while meaning is not ready is asked to search again', () => {
  const asked = searchAsked(new URLSearchParams('q=lanterns'))
  const html = (isLate: boolean) =>
    renderToStaticMarkup(
      <NothingFound asked={asked} ways={[]} isLate={isLate}>
        {null}
      </NothingFound>,
    )
  expect(html(true)).toContain('Search again in a moment.')
  expect(html(false)).not.toContain('in a moment')
})
