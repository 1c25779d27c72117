import { expect, test } from 'vitest'
import { hostOf, mediaLinks, paperLinks } from '@/lib/links'

const bare = { id: '2308.10087', sourceUrl: null, projectPage: null, codeUrl: null, codeStars: null, doi: null }

test('every paper leads to its abstract and its PDF', () => {
  expect(paperLinks(bare)).toEqual([
    { label: 'arXiv 2308.10087', href: 'https://arxiv.org/abs/2308.10087' },
    { label: 'PDF', href: 'https://arxiv.org/pdf/2308.10087' },
  ])
  const [abstract] = paperLinks({ ...bare, id: 'math.GT/0309136' })
  expect(abstract?.href).toBe('https://arxiv.org/abs/math.GT/0309136')
})

test('the rest says where it leads, and code how it is liked', () => {
  const full = {
    ...bare,
    projectPage: 'https://www.gnnpipe.example/demo',
    codeUrl: 'https://github.com/gnn/pipe',
    doi: '10.1109/TVCG.2019.2934629',
  }
  expect(paperLinks({ ...full, codeStars: 1234 }).slice(2)).toEqual([
    { label: 'Project page', href: 'https://www.gnnpipe.example/demo', note: 'gnnpipe.example' },
    { label: 'Code', href: 'https://github.com/gnn/pipe', note: '1,234 stars' },
    { label: 'DOI', href: 'https://doi.org/10.1109/TVCG.2019.2934629' },
  ])
  expect(paperLinks({ ...full, codeStars: 1 })[3]?.note).toBe('1 star')
  expect(paperLinks(full)[3]?.note).toBe('github.com')
})

test('an address that is none of the web is no link', () => {
  const odd = { ...bare, projectPage: 'javascript:alert(1)', codeUrl: 'see the appendix' }
  expect(paperLinks(odd)).toHaveLength(2)
  expect(mediaLinks(['data:text/html,x', 'https://cdn.example/a.MP4', 'https://v.example/7'])).toEqual([
    { label: 'Video', href: 'https://cdn.example/a.MP4', note: 'cdn.example' },
    { label: 'Media', href: 'https://v.example/7', note: 'v.example' },
  ])
  expect(hostOf('nowhere')).toBe('')
})

test('a DOI with odd characters stays one path', () => {
  expect(paperLinks({ ...bare, doi: '10.1002/(SICI)1<1::AID>3.0.CO;2-#' })[2]?.href).toBe(
    'https://doi.org/10.1002/(SICI)1%3C1%3A%3AAID%3E3.0.CO%3B2-%23',
  )
})

test('a paper that is not arXiv’s leads to where it is, and says where that is', () => {
  const own = { ...bare, id: 'p-0123456789', sourceUrl: 'https://www.openreview.net/forum?id=rJ4km2R5t7' }
  expect(paperLinks(own)).toEqual([{ label: 'Paper', href: own.sourceUrl, note: 'openreview.net' }])
  expect(paperLinks({ ...own, sourceUrl: 'javascript:alert(1)' })).toEqual([])
  const published = { ...own, doi: '10.1145/3292500', sourceUrl: 'https://doi.org/10.1145/3292500' }
  expect(paperLinks(published)).toEqual([{ label: 'Paper', href: published.sourceUrl, note: 'doi.org' }])
  expect(paperLinks({ ...published, sourceUrl: null })).toEqual([{ label: 'DOI', href: published.sourceUrl }])
})
