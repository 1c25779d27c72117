/** Where a paper's code and its page are, as its authors say in the abstract or in their note. */
export type FoundLinks = { codeUrl: string | null; projectPage: string | null }

/** Reads the first code repository and the first project page. What is neither is not kept. */
export function linksIn(...texts: (string | null)[]): FoundLinks {
  const found = texts.flatMap((text) => mentionsIn(text ?? ''))
  const code = found.find(({ url }) => isRepository(url))
  const project = found.find(({ url, before }) => !isRepository(url) && isProject(url, before))
  return { codeUrl: code ? repositoryOf(code.url) : null, projectPage: project?.url.href ?? null }
}

type Mention = { url: URL; before: string }

// A host without a scheme is an address when a path follows, as in github.com/lab/code.
const address =
  /https?:\/\/[^\s<>"'`{}|\\^]+|(?<![\w@/.-])(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|[\w-]+\.github\.io)\/[^\s<>"'`{}|\\^]*/gi

// Longer ones are no addresses that somebody means to be opened.
const longest = 2_000

function mentionsIn(text: string): Mention[] {
  // \url{…} and \href{…}{…} hold addresses too, and a tilde of TeX is one of the address.
  const plain = text
    .replace(/\\(?:url|href)\s*\{([^{}]*)\}/g, ' $1 ')
    .replaceAll('\\_', '_')
    .replaceAll('\\~', '~')
  return [...plain.matchAll(address)].flatMap(({ 0: match, index }) => {
    const trimmed = withoutEnd(match)
    const whole = /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`
    return whole.length <= longest && URL.canParse(whole)
      ? [{ url: new URL(whole), before: plain.slice(Math.max(0, index - 60), index) }]
      : []
  })
}

/** An address without what belongs to the sentence: dots, commas, and brackets that were opened before it. */
export function withoutEnd(match: string): string {
  const unopened = new Map([
    [')', countOf(match, ')') - countOf(match, '(')],
    [']', countOf(match, ']') - countOf(match, '[')],
  ])
  let end = match.length
  for (; end > 0; end--) {
    const sign = match.charAt(end - 1)
    const extra = unopened.get(sign)
    if (extra === undefined ? !/[.,;:!?*]/.test(sign) : extra <= 0) break
    if (extra !== undefined) unopened.set(sign, extra - 1)
  }
  return match.slice(0, end)
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}

const hosts = /^(www\.)?(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/
const notOwners = new Set(['features', 'topics', 'orgs', 'marketplace', 'sponsors'])

function isRepository({ hostname, pathname }: URL): boolean {
  const [owner = '', name = ''] = pathname.split('/').filter(Boolean)
  if (!owner || !name) return false
  if (hosts.test(hostname)) return !notOwners.has(owner)
  if (hostname === 'huggingface.co') return !/^(papers|blog|docs|collections|posts|learn)$/.test(owner)
  return hostname === 'anonymous.4open.science' && owner === 'r'
}

/** The repository itself, not a file or a branch in it. */
function repositoryOf({ hostname, pathname }: URL): string {
  const parts = pathname.split('/').filter(Boolean)
  const deep = hostname === 'huggingface.co' && /^(datasets|spaces)$/.test(parts[0] ?? '')
  // Groups of GitLab nest, so its path ends only where a file begins.
  const ofGitLab = hostname === 'gitlab.com' ? (parts.join('/').split('/-/')[0]?.split('/') ?? parts) : null
  const kept = ofGitLab ?? parts.slice(0, deep ? 3 : 2)
  return `https://${hostname.replace(/^www\./, '')}/${kept.join('/').replace(/\.git$/, '')}`
}

// Places of papers themselves, and of films and files, are no project's page.
const notProjects =
  /(^|\.)(arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|youtube\.com|youtu\.be|vimeo\.com|zenodo\.org|creativecommons\.org|huggingface\.co|github\.com|gitlab\.com)$/

function isProject({ hostname, pathname }: URL, before: string): boolean {
  if (notProjects.test(hostname) || /\.(pdf|zip|gz|mp4)$/i.test(pathname)) return false
  if (/\.(github|gitlab)\.io$/.test(hostname) || hostname === 'sites.google.com') return true
  return /\b(project|web\s?(page|site)|demos?|home\s?page|see)\b[^.]*$/i.test(before)
}
