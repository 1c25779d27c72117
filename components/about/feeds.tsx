import { Fragment } from 'react'
import { type FeedSubject, feedFormats, feedPath, opmlPath } from '@/lib/feed-address'

type Example = { day: string; paperId: string }

const names = { rss: 'RSS', atom: 'Atom', json: 'JSON' }

const ready: { title: string; subject: FeedSubject }[] = [
  { title: 'Newest papers', subject: { of: 'newest' } },
  { title: 'Trending papers', subject: { of: 'trending' } },
]

const written = ({ day, paperId }: Example) => [
  { title: 'Papers of a day', path: `/feeds/day/${day}.rss` },
  { title: 'A category, or an archive with all of its categories', path: '/feeds/category/cs.LG.rss' },
  { title: 'What a search finds; filters as on its page', path: '/feeds/search.rss?q=gradient+noise' },
  { title: 'Papers of an author, by the whole name', path: '/feeds/author/Ada%20Quill.rss' },
  { title: 'What a member writes', path: '/feeds/member/NAME/comments.rss' },
  { title: 'What is written about a paper', path: `/feeds/paper/${paperId}/comments.rss` },
  { title: 'A public reading list', path: '/feeds/list/ID.rss' },
]

/** Where the feeds are, with a day and a paper that the site has. */
export function Feeds(example: Example) {
  return (
    <>
      <h2 id="feeds">Feeds</h2>
      <p>
        A feed reader shows what is new without an account and without mail. Give it the address of any page here and it
        finds the feed, or give it one of these. <a href={opmlPath}>All of the site’s own in one file</a> (OPML) can be
        taken in at once.
      </p>
      <ul>
        {ready.map(({ title, subject }) => (
          <li key={title}>
            {title}:{' '}
            {feedFormats.map((format, i) => (
              <Fragment key={format}>
                {i > 0 && ', '}
                <a href={feedPath(subject, format)}>{names[format]}</a>
              </Fragment>
            ))}
          </li>
        ))}
        {written(example).map(({ title, path }) => (
          <li key={path}>
            {title}: <code>{path}</code>
          </li>
        ))}
      </ul>
      <p>
        Each ends in <code>.rss</code>, <code>.atom</code> or <code>.json</code> as you like. A page of a feed has 50
        entries, older ones follow with <code>?p=2</code>. Abstracts are whole, with formulas in plain signs. Votes and
        comments are told in each entry, in JSON as numbers in <code>_paper</code>, and do not make it new again.
      </p>
    </>
  )
}
