import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOfAsked, sourceAsked } from '@/lib/source-asked'

test.each([
  '2308.10087',
  ' 2308.10087v3\n',
  'arXiv:2308.10087',
  'arxiv: 2308.10087v2',
  'ARXIV:2308.10087',
  'arXiv 2308.10087',
  'arXiv:2308.10087v1 [cs.LG] 19 Aug 2023',
  '2308.10087 [cs.LG]',
  'arXiv preprint arXiv:2308.10087, 2023.',
  '[2308.10087]',
  '(arXiv:2308.10087)',
  '"2308.10087",',
  '2308.10087.',
  '2308.10087v2.pdf',
  'https://arxiv.org/abs/2308.10087',
  'https://arxiv.org/abs/2308.10087/',
  'HTTPS://ARXIV.ORG/abs/2308.10087',
  'http://www.arxiv.org/abs/2308.10087v2',
  'https://arxiv.org/abs/2308.10087v2?context=cs.LG#content',
  'https://arxiv.org/pdf/2308.10087',
  'https://arxiv.org/pdf/2308.10087v12.pdf',
  'https://arxiv.org/pdf/2308.10087.pdf#page=3',
  'https://arxiv.org/html/2308.10087v1#S3.SS1',
  'https://arxiv.org/html/2308.10087v1/',
  'https://arxiv.org/format/2308.10087',
  'https://arxiv.org/ps/2308.10087v1',
  'https://arxiv.org/src/2308.10087v1/anc/code.py',
  'https://export.arxiv.org/abs/2308.10087',
  'https://m.arxiv.org/abs/2308.10087',
  'https://browse.arxiv.org/pdf/2308.10087.pdf',
  'https://ar5iv.labs.arxiv.org/html/2308.10087',
  'https://ar5iv.org/abs/2308.10087',
  'https://arxiv.org/abs/arXiv:2308.10087',
  'arxiv.org/abs/2308.10087',
  'www.arxiv.org/pdf/2308.10087v2',
  '//arxiv.org/abs/2308.10087',
  '<https://arxiv.org/abs/2308.10087>',
  '[The paper](https://arxiv.org/abs/2308.10087).',
  'Gradient noise https://arxiv.org/abs/2308.10087',
  'see https://lab.example/talk and https://arxiv.org/abs/2308.10087, page 3',
  'https://arxiv.org/abs/2308.10087。',
  '论文（https://arxiv.org/abs/2308.10087）很好',
  'arXiv：2308.10087',
  '\u200b2308.10087\ufeff',
  'https://doi.org/10.1145/3292500 and https://arxiv.org/abs/2308.10087',
  'Sol et al. arXiv:2308.10087. doi:10.1145/3292500',
  'https://huggingface.co/papers/2308.10087',
  'https://huggingface.co/papers/2308.10087#64dd',
  'hf.co/papers/2308.10087',
  'http://papers.test/papers/2308.10087?sort=top',
  'https://www.alphaxiv.org/abs/2308.10087v1',
  'https://alphaxiv.org/pdf/2308.10087',
  'alphaxiv.org/overview/2308.10087',
  'https://www.semanticscholar.org/arxiv/2308.10087',
  'https://scirate.com/arxiv/2308.10087',
  'https://ui.adsabs.harvard.edu/abs/arXiv:2308.10087/abstract',
  '10.48550/arXiv.2308.10087',
  'doi:10.48550/ARXIV.2308.10087',
  'https://doi.org/10.48550/arXiv.2308.10087v2',
])('%j means a paper of arXiv', (text) => {
  expect(sourceAsked(text)).toEqual({ kind: 'arxiv', id: '2308.10087' })
})

test.each([
  ['cs/9809007', 'cs/9809007'],
  ['math.GT/0309136', 'math.GT/0309136'],
  ['arXiv:hep-th/9901001v3', 'hep-th/9901001'],
  ['arXiv:math.GT/0309136 [math.GT]', 'math.GT/0309136'],
  ['https://arxiv.org/abs/cs/9809007', 'cs/9809007'],
  ['https://arxiv.org/abs/cs%2F9809007', 'cs/9809007'],
  ['https://arxiv.org/pdf/math.GT/0309136v2.pdf', 'math.GT/0309136'],
  ['https://arxiv.org/abs/cond-mat/0703470v1', 'cond-mat/0703470'],
  ['https://doi.org/10.48550/arXiv.cs/9809007', 'cs/9809007'],
  ['https://doi.org/10.48550/arXiv.math.GT/0309136', 'math.GT/0309136'],
  ['http://papers.test/papers/math.GT/0309136?sort=top', 'math.GT/0309136'],
  ['doi:10.48550/arXiv.math.GT/0309136', 'math.GT/0309136'],
  ['0704.0001', '0704.0001'],
])('%j means %s', (text, id) => {
  expect(sourceAsked(text)).toEqual({ kind: 'arxiv', id })
})

test.each([
  ['10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['10.1145/3292500.3330701.', '10.1145/3292500.3330701'],
  ['doi:10.1145/3292500', '10.1145/3292500'],
  ['DOI: 10.1145/3292500', '10.1145/3292500'],
  ['(doi:10.1016/0021-9991(90)90007-Q)', '10.1016/0021-9991(90)90007-q'],
  ['https://doi.org/10.1145/3292500', '10.1145/3292500'],
  ['http://dx.doi.org/10.1145/3292500', '10.1145/3292500'],
  ['doi.org/10.1145/3292500', '10.1145/3292500'],
  ['https://doi.org/10.1145%2F3292500', '10.1145/3292500'],
  ['https://www.doi.org/10.1002/(SICI)1097-4636(199823)43:4%3C338::AID-JBM2%3E3.0.CO;2-B', null],
  ['10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM2>3.0.CO;2-B', null],
  ['https://dl.acm.org/doi/10.1145/3292500.3330701', '10.1145/3292500.3330701'],
  ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true', '10.1145/3292500.3330701'],
  ['https://link.springer.com/article/10.1007/s11263-015-0816-y#Sec2', '10.1007/s11263-015-0816-y'],
  ['https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf', '10.1007/s11263-015-0816-y'],
  ['https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28', '10.1007/978-3-319-24574-4_28'],
  ['https://onlinelibrary.wiley.com/doi/full/10.1002/adma.202001234', '10.1002/adma.202001234'],
  ['https://www.science.org/doi/abs/10.1126/science.abj8754', '10.1126/science.abj8754'],
  ['https://www.frontiersin.org/articles/10.3389/fnins.2020.00123/full', '10.3389/fnins.2020.00123'],
  ['https://www.biorxiv.org/content/10.1101/2020.02.14.949495v2.full.pdf', '10.1101/2020.02.14.949495'],
  ['https://www.medrxiv.org/content/10.1101/2020.02.14.20023028v1', '10.1101/2020.02.14.20023028'],
  ['https://iopscience.iop.org/article/10.1088/1367-2630/ab1234/meta', '10.1088/1367-2630/ab1234'],
  ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345', '10.1371/journal.pone.0012345'],
  ['https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.061102', '10.1103/physrevlett.116.061102'],
  ['https://www.nature.com/articles/s41586-021-03819-2', '10.1038/s41586-021-03819-2'],
  ['https://www.nature.com/articles/nature14539.pdf', '10.1038/nature14539'],
  ['https://academic.oup.com/nar/article/doi/10.1093/nar/gkaa123/5741234', '10.1093/nar/gkaa123'],
  ['https://pubs.aip.org/aip/apl/article/doi/10.1063/5.0001234/2876543/Heat-in-rooms', '10.1063/5.0001234'],
  ['Jumper et al. 2021, doi:10.1038/s41586-021-03819-2.', '10.1038/s41586-021-03819-2'],
])('%j means the DOI %s', (text, doi) => {
  const sici = '10.1002/(sici)1097-4636(199823)43:4<338::aid-jbm2>3.0.co;2-b'
  expect(sourceAsked(text)).toEqual({ kind: 'doi', doi: doi ?? sici })
})

test('a DOI with half a character in it is none', () => {
  expect(sourceAsked('10.1234/\ud800abc')).toBeNull()
})

test.each([
  'https://openreview.net/forum?id=rJl-b3RcF7',
  'https://openreview.net/forum?id=rJl-b3RcF7&noteId=Hyx3_x',
  'https://openreview.net/pdf?id=rJl-b3RcF7',
  'https://openreview.net/attachment?name=pdf&id=rJl-b3RcF7',
  'http://www.openreview.net/forum?id=rJl-b3RcF7#discussion',
  'openreview.net/forum?id=rJl-b3RcF7',
])('%j means a submission of OpenReview', (text) => {
  expect(sourceAsked(text)).toEqual({ kind: 'openreview', id: 'rJl-b3RcF7' })
})

test.each([
  ['https://lab.example/paper', 'https://lab.example/paper'],
  ['http://LAB.example:8080/Paper?id=3#results', 'http://lab.example:8080/Paper?id=3'],
  ['https://lab.example/paper?utm_source=x&utm_medium=y&p=1&fbclid=z', 'https://lab.example/paper?p=1'],
  ['https://lab.example/#/paper/1', 'https://lab.example/#/paper/1'],
  ['www.lab.example/paper.', 'https://www.lab.example/paper'],
  ['Our new work: https://lab.example/heat_(new), enjoy', 'https://lab.example/heat_(new)'],
  ['https://aclanthology.org/2020.acl-main.1/', 'https://aclanthology.org/2020.acl-main.1/'],
  ['https://huggingface.co/blog/heat', 'https://huggingface.co/blog/heat'],
  ['https://lab.example/papers/heat/0309136', 'https://lab.example/papers/heat/0309136'],
  ['我们的论文：https://lab.example/heat。', 'https://lab.example/heat'],
  ['https://lab.example/papers/2399.00001', 'https://lab.example/papers/2399.00001'],
])('%j means the page %s', (text, url) => {
  expect(sourceAsked(text)).toEqual({ kind: 'page', url })
})

test.each([
  '',
  '   ',
  'gradient noise',
  'arXiv',
  'arXiv:',
  '2313.00001',
  '1234.567',
  '2308.100871234',
  'p-0123456789',
  'heat/0309136',
  'https://arxiv.org/',
  'https://arxiv.org/list/cs.LG/recent',
  'https://arxiv.org/abs/2399.00001',
  'https://doi.org/',
  '10.48550/arXiv.nonsense',
  '10.1145',
  '10.1145/',
  '10.12/x',
  'https://openreview.net/group?id=ICLR.cc/2026/Conference',
  'https://openreview.net/forum',
  'javascript:alert(1)',
  'ftp://lab.example/paper.pdf',
  'file:///etc/passwd',
  'https://',
  'http://[::1',
  'https://user:secret@lab.example/paper',
  'lab.example/paper',
  'mira@lab.example',
  '%E0%A4%A',
  'https://arxiv.org/abs/%E0%A4%A',
  `https://lab.example/${'a'.repeat(4_000)}`,
])('%j names no paper', (text) => {
  expect(sourceAsked(text)).toBeNull()
})

test('whatever is typed, it answers', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `https://arxiv.org/abs/${end}`),
      ),
      (text) => {
        const asked = sourceAsked(text)
        if (asked) expect(idOfAsked(asked)).toMatch(/^p-[0-9a-z]{10}$|\d/)
      },
    ),
  )
})

test('the id of a paper of arXiv is its own, that of others is made of what names them', () => {
  expect(idOfAsked({ kind: 'arxiv', id: 'cs/9809007' })).toBe('cs/9809007')
  const ids = ['10.1145/3292500', 'https://DOI.org/10.1145/3292500', 'https://dl.acm.org/doi/10.1145/3292500'].map(idOf)
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^p-/)
  expect(idOf('https://openreview.net/pdf?id=rJl-b3RcF7')).toBe(idOf('openreview.net/forum?id=rJl-b3RcF7'))
  expect(idOf('http://www.lab.example/paper/')).toBe(idOf('https://lab.example/paper#results'))
  expect(idOf('https://lab.example/paper?p=1')).not.toBe(idOf('https://lab.example/paper?p=2'))
})

function idOf(text: string): string {
  const asked = sourceAsked(text)
  if (!asked) throw new Error(`No paper: ${text}`)
  return idOfAsked(asked)
}
