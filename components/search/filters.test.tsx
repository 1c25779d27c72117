import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SearchFilterFields } from '@/components/search/filters'
import { searchAsked } from '@/lib/search-asked'

/** What the form sends that nobody sees. */
function hiddenFields(address: string): (string | undefined)[][] {
  const asked = searchAsked(new URLSearchParams(address))
  const html = renderToStaticMarkup(<SearchFilterFields asked={asked} form="search" categories={[]} />)
  return [...html.matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)].map(([, name, value]) => [name, value])
}

test('who narrows a search keeps its order and that words are searched as typed', () => {
  expect(hiddenFields('q=lantrens')).toEqual([])
  expect(hiddenFields('q=lantrens&sort=date&verbatim=1')).toEqual([
    ['sort', 'date'],
    ['verbatim', '1'],
  ])
})
