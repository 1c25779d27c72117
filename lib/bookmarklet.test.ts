import { expect, test } from 'vitest'
import { bookmarklet } from '@/lib/bookmarklet'

test('on a page of arXiv the bookmark goes to the form with the whole address', () => {
  const script = bookmarklet('https://papers.example.org').replace(/^javascript:/, '')
  const location = { href: 'https://arxiv.org/abs/2308.10087?context=cs&x=ü#s' }
  new Function('location', script)(location)
  const url = new URL(location.href)
  expect(url.origin + url.pathname).toBe('https://papers.example.org/submit')
  expect([...url.searchParams]).toEqual([['q', 'https://arxiv.org/abs/2308.10087?context=cs&x=ü#s']])
})
