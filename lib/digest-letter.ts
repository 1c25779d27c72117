import { digestHtml, footLink, footParagraph } from '@/lib/digest-html'
import { digestText, rewrap, textColumns } from '@/lib/digest-text'
import {
  afterOf,
  choicesInWords,
  type DigestPaper,
  type DigestWords,
  entryOf,
  type Found,
  findsOf,
  introOf,
  introOfFinds,
  issueTitle,
  preheaderOf,
  type Room,
  subjectOf,
} from '@/lib/digest-words'
import { type Choices, chosen } from '@/lib/letter-choices'
import { digestPath, scopeOfIssue } from '@/lib/letter-issue'
import type { Site } from '@/lib/letters'
import { hostOf } from '@/lib/links'
import { mailEncodingOf } from '@/lib/mail-size'
import { escapeHtml } from '@/lib/text'
import { wrapText } from '@/lib/wrap-text'

export type { DigestPaper } from '@/lib/digest-words'

/** A daily or weekly letter. */
export type Digest = { subject: string; html: string; text: string }

/** What fills the places that a group's letter leaves open for each reader. */
export type DigestReader = {
  email: string
  /** The date on which they asked for it, and when it comes: `November 3, 2026`, `daily at 07:00 in Berlin`. */
  since: string
  when: string
  /** Addresses of the pages behind the links. */
  change: string
  leave: string
}

/** Bytes of a letter on its way, headers included: above 102 KB the largest mailboxes cut a letter off. */
export const largestLetter = 100_000

/**
 * The letter that tells readers of equal choices of an issue, with {{email}}, {{since}}, {{when}}, {{change}} and {{leave}}
 * left open for each of them (fillDigest). When it would be too large, less of each abstract is told, and then fewer papers.
 * @param papers all papers of the issue, in its order
 * @param more readBy 'anybody': for the site, with nothing about a reader at its foot; found: what saved searches found
 * @returns null when no paper is chosen or found: then there is no letter
 * @throws Error when it is no issue
 */
export function renderDigest(
  site: Site,
  issue: string,
  papers: readonly DigestPaper[],
  choices: Choices,
  { readBy = 'reader', found = [] }: { readBy?: 'reader' | 'anybody'; found?: readonly Found[] } = {},
): Digest | null {
  const wanted = chosen(papers, choices)
  if (wanted.papers.length === 0 && found.every((each) => each.papers.length === 0)) return null
  let digest: Digest | null = null
  for (const room of rooms) {
    digest = render(wanted.papers.length, room)
    if (fits(digest)) return digest
  }
  // Even without abstracts: then by as many papers fewer as are too many, the foot and the head counted in.
  let shown = wanted.papers.length
  while (shown > 1 && !(digest && fits(digest))) {
    shown = Math.max(1, Math.min(shown - 1, Math.floor((shown * largestBody) / sizeOf(digest ?? emptyDigest))))
    digest = render(shown, smallest)
  }
  return digest

  function render(shown: number, room: Room): Digest {
    const told = { all: papers, wanted: wanted.papers, left: wanted.more, found }
    const words = wordsOf(site, issue, told, choices, shown, room)
    const { html, text } = readBy === 'reader' ? readerFoot(words) : openFoot(words)
    return { subject: words.subject, html: digestHtml(words, html), text: digestText(words, text) }
  }
}

/** The letter for one of its readers. */
export function fillDigest({ subject, html, text }: Digest, reader: DigestReader): Digest {
  const fill = (template: string, write: (value: string) => string) =>
    template.replace(/\{\{(email|since|when|change|leave)\}\}/g, (_, name: keyof DigestReader) => write(reader[name]))
  return { subject, html: fill(html, escapeHtml), text: rewrap(fill(text, (value) => value)) }
}

/** The HTML and text of a letter leave so much for headers and what is filled in. */
const largestBody = largestLetter - 6_000
const rooms: Room[] = [
  { gist: 300, names: 3 },
  { gist: 160, names: 3 },
  { gist: 90, names: 0 },
]
const smallest: Room = { gist: 0, names: 0 }
const emptyDigest: Digest = { subject: '', html: '', text: '' }

type Wanted = { all: readonly DigestPaper[]; wanted: readonly DigestPaper[]; left: number; found: readonly Found[] }

function wordsOf(
  site: Site,
  issue: string,
  { all, wanted, left, found }: Wanted,
  choices: Choices,
  shown: number,
  room: Room,
): DigestWords {
  const scope = scopeOfIssue(issue)
  if (!scope) throw new Error(`${issue} is no issue of the letter.`)
  const entries = wanted.slice(0, shown).map((paper) => entryOf(site, paper, room))
  const title = issueTitle(scope)
  const told = wanted.slice(0, shown).map(({ id }) => id)
  const finds = findsOf(site, found, told, room)
  const first = entries.length > 0 ? entries : finds.flatMap((find) => find.entries)
  return {
    site,
    title,
    longTitle: issueTitle(scope, true),
    subject: subjectOf(title, first[0]?.title ?? '', first.length),
    preheader: preheaderOf(first),
    intro:
      entries.length > 0
        ? introOf(all, wanted.length + left, entries.length, scope, choices)
        : introOfFinds(all, finds, scope),
    entries,
    finds,
    after: afterOf(site, scope, all.length - entries.length),
    choices: choicesInWords(choices),
    browserUrl: `${site.url}${digestPath(issue)}`,
  }
}

function readerFoot({ site, choices, browserUrl }: DigestWords): { html: string; text: string[] } {
  const why = `You get this because {{email}} asked for it on {{since}}: {{when}}, ${choices}.`
  const change = footLink('{{change}}', 'Change that')
  const read = footLink(escapeHtml(browserUrl), 'read it in the browser')
  const sent = `Sent by ${hostOf(site.url)}. Nothing here reports that you opened it.`
  const leave = footLink('{{leave}}', 'stop these letters')
  return {
    html: `${escapeHtml(why)} ${change}, ${read}, or ${leave}; stopping takes one click and no password.${footParagraph(sent)}`,
    text: [
      why,
      '',
      'Change that:',
      '{{change}}',
      'Stop these letters:',
      '{{leave}}',
      'Read it in the browser:',
      browserUrl,
    ],
  }
}

function openFoot({ site, choices, browserUrl }: DigestWords): { html: string; text: string[] } {
  const what = `This is the letter as readers get it who ask for ${choices}.`
  return {
    html: `${escapeHtml(what)} ${footLink(escapeHtml(`${site.url}/`), 'Get it by e-mail')}.`,
    text: [...wrapText(what, textColumns), browserUrl],
  }
}

function fits(digest: Digest): boolean {
  return sizeOf(digest) <= largestBody
}

function sizeOf({ html, text }: Digest): number {
  return mailEncodingOf(html, text).size
}
