/*
 * The library that writes citations. It takes the better part of a second to load, so the first citation loads it, and
 * not the start of the site. It asks nobody anything: what it is given is never an address to be fetched.
 */

let loading: Promise<typeof import('@citation-js/core')['plugins']> | null = null

/** The library with its plugins, set up once. */
export function citationLibrary() {
  loading ??= load()
  return loading
}

async function load() {
  const { plugins } = await import('@citation-js/core')
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')])
  const { format } = plugins.config.get('@bibtex')
  // In ASCII it drops what it has no command for: all of 李明, and most of a formula.
  format.asciiOnly = false
  // It would make a key of its own for one with a dot or a hyphen in it, the same for two papers.
  format.checkLabel = false
  return plugins
}
