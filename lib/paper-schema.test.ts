import { expect, test } from 'vitest'
import { citationMeta } from '@/lib/citation-meta'
import { paperSchema } from '@/lib/paper-schema'

const site = 'https://papers.example'
const paper = {
  id: 'cs/9809007',
  title: 'Ropes of $\\alpha$ </script><script>alert(1)</script>',
  abstract: 'We tie <!-- knots.',
  authors: [{ name: 'Vincent van Gogh' }, { name: 'B. Roy Jr.' }, { name: 'ATLAS Collaboration' }],
  categories: ['cs.DS'],
  publishedAt: Date.UTC(1998, 8, 2),
  updatedAt: Date.UTC(1999, 0, 1),
  doi: '10.1/x',
  sourceUrl: null,
  upvotes: 3,
  comments: 2,
}

test('a paper is a ScholarlyArticle that cannot end its script', () => {
  const text = paperSchema(paper, site)
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': 'https://papers.example/papers/cs/9809007',
    url: 'https://papers.example/papers/cs/9809007',
    headline: 'Ropes of α </script><script>alert(1)</script>',
    name: 'Ropes of α </script><script>alert(1)</script>',
    abstract: 'We tie <!-- knots.',
    author: [
      { '@type': 'Person', name: 'Vincent van Gogh', familyName: 'van Gogh', givenName: 'Vincent' },
      { '@type': 'Person', name: 'B. Roy Jr.', familyName: 'Roy', givenName: 'B.' },
      { '@type': 'Organization', name: 'ATLAS Collaboration' },
    ],
    datePublished: '1998-09-02',
    dateModified: '1999-01-01',
    keywords: ['cs.DS'],
    identifier: 'arXiv:cs/9809007',
    sameAs: ['https://arxiv.org/abs/cs/9809007', 'https://doi.org/10.1/x'],
    interactionStatistic: [
      { '@type': 'InteractionCounter', interactionType: { '@type': 'LikeAction' }, userInteractionCount: 3 },
      { '@type': 'InteractionCounter', interactionType: { '@type': 'CommentAction' }, userInteractionCount: 2 },
    ],
  })
})

test('a paper from nowhere is the same as nothing else', () => {
  const own = { ...paper, id: 'p-0123456789', doi: null, authors: [], updatedAt: null, abstract: null, categories: [] }
  const described = JSON.parse(paperSchema(own, site))
  for (const field of ['sameAs', 'author', 'identifier', 'dateModified', 'abstract', 'keywords'])
    expect(described).not.toHaveProperty(field)
})

test('meta tags name each author, and where arXiv has the paper', () => {
  expect(citationMeta({ ...paper, title: 'Ropes of $\\alpha$', abstract: null }, site)).toEqual({
    citation_title: 'Ropes of α',
    citation_author: ['van Gogh, Vincent', 'Roy Jr., B.', 'ATLAS Collaboration'],
    citation_publication_date: '1998/09/02',
    citation_arxiv_id: 'cs/9809007',
    citation_doi: '10.1/x',
    citation_pdf_url: 'https://arxiv.org/pdf/cs/9809007',
    citation_abstract_html_url: 'https://papers.example/papers/cs/9809007',
  })
  const spoken = citationMeta({ ...paper, authors: [{ name: 'José G. C. de Souza' }] }, site)
  expect(spoken.citation_author).toEqual(['José G. C. de Souza'])
  const own = citationMeta({ ...paper, id: 'p-0123456789', doi: null, authors: [] }, site)
  for (const tag of ['citation_arxiv_id', 'citation_pdf_url', 'citation_doi', 'citation_author'])
    expect(own).not.toHaveProperty(tag)
})
