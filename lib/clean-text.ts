/*
 * Text from elsewhere as this site keeps it. Control characters go, and so do the marks that turn the direction of
 * what follows them on the page; half a surrogate pair, which no database can store, becomes U+FFFD.
 */

/** One line: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/**
 * Paragraphs, one line each with an empty line between. A paragraph ends at an empty line, or, as in arXiv's own
 * abstracts, where the next line is indented; every other line break is only a wrap.
 */
export function cleanParagraphs(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n'))
    .split(/\n[ \t]*\n|\n {2,}/)
    .map(cleanLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Text that is kept as it was typed, line for line and space for space. */
export function cleanText(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n'))
}

function visible(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/(?![\t\n\v\f\r\u0085])\p{Control}/gu, '')
}
