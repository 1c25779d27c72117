import { type Cited, cslOf } from '@/lib/citation'
import { arxivAbstract, doiAddress } from '@/lib/links'
import { isArxivId, paperPath } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'

type Described = Cited & { updatedAt: number | null; upvotes: number; comments: number }

/**
 * A paper as Schema.org's ScholarlyArticle, as JSON-LD that may stand in a script element: it holds no `<`.
 * @param siteUrl origin of this site, without a slash at the end
 */
export function paperSchema(paper: Described, siteUrl: string): string {
  const { id, title, abstract, categories, doi, publishedAt, updatedAt, upvotes, comments } = paper
  const { author, URL } = cslOf(paper, siteUrl)
  const page = `${siteUrl}${paperPath(id)}`
  const elsewhere = [isArxivId(id) ? arxivAbstract(id) : URL, doi && doiAddress(doi)].filter(
    (address) => address && address !== page,
  )
  const described = {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': page,
    url: page,
    headline: plainTitle(title),
    name: plainTitle(title),
    abstract: abstract ? plainTitle(abstract) : undefined,
    author: author?.map((name, i) =>
      'literal' in name
        ? { '@type': 'Organization', name: name.literal }
        : {
            '@type': 'Person',
            name: paper.authors[i]?.name,
            familyName: [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
            givenName: name.given,
          },
    ),
    datePublished: dateOf(publishedAt),
    dateModified: updatedAt === null ? undefined : dateOf(updatedAt),
    keywords: categories.length > 0 ? categories : undefined,
    identifier: isArxivId(id) ? `arXiv:${id}` : (doi ?? undefined),
    sameAs: elsewhere.length > 0 ? [...new Set(elsewhere)] : undefined,
    interactionStatistic: [counted('LikeAction', upvotes), counted('CommentAction', comments)],
  }
  return JSON.stringify(described).replaceAll('<', '\\u003c')
}

function counted(action: string, count: number) {
  return {
    '@type': 'InteractionCounter',
    interactionType: { '@type': action },
    userInteractionCount: count,
  }
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
