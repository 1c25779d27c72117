const whole = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/
const longest = 256

/** A DOI in lower case, in which two that differ by case alone are one; null when the text is none. */
export function parseDoi(text: string): string | null {
  // Half a character cannot be asked for.
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return null
  return text.length <= longest && whole.test(text) && /[^\s/]/.test(text.slice(text.indexOf('/')))
    ? text.toLowerCase()
    : null
}

/** The id of the paper that a DOI of arXiv's own names, as in 10.48550/arXiv.2308.10087; null for any other. */
export function arxivIdOfDoi(doi: string): string | null {
  return /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? null
}

/** The DOI that the address of a publisher's page holds in its path or query; null when it holds none. */
export function doiInAddress({ hostname, pathname, searchParams }: URL): string | null {
  const path = decoded(pathname)
  if (/^(?:www\.|dx\.)?doi\.org$/.test(hostname)) return parseDoi(path.slice(1).replace(/^doi:\s*/i, ''))
  const asked = ['doi', 'id'].map((name) => searchParams.get(name) ?? '').find((value) => parseDoi(value))
  if (asked) return parseDoi(asked)
  const ofNature = /(?:^|\.)nature\.com$/.test(hostname) && /^\/articles\/([a-z]+[\w-]*\d[\w-]*)/.exec(path)
  if (ofNature) return parseDoi(`10.1038/${ofNature[1]}`)
  const [inPath] = /(?<=\/)10\.\d{4,9}\/.+$/.exec(path) ?? []
  return inPath ? parseDoi(withoutView(inPath, hostname)) : null
}

/** Without what names a view of the paper: /full, /pdf, .pdf; and of preprints the version, which their DOI has not. */
function withoutView(path: string, hostname: string): string {
  const bare = path.replace(/\/+$/, '').replace(view, '')
  if (bare !== path) return withoutView(bare, hostname)
  if (numbersItsPages.test(hostname)) return bare.replace(/\/\d{5,}(?:\/[^/]+)?$/, '')
  return /(?:^|\.)(?:bio|med)rxiv\.org$/.test(hostname) ? bare.replace(/v\d{1,2}$/, '') : bare
}

// They let a number of their own follow, and perhaps the title.
const numbersItsPages = /(?:^|\.)(?:academic\.oup\.com|pubs\.aip\.org|direct\.mit\.edu)$/

const view =
  /(?:\/(?:full|fulltext|full-text|abstract|abs|pdf|epdf|html|meta|references|figures|metrics|summary|xml)|\.(?:pdf|full|full-text|abstract|html?|xml)|\.supplementary-material|\.article-info)$/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray % stands for itself
  }
}
