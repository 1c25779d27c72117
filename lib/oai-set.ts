const groups = new Set(['cs', 'econ', 'eess', 'math', 'q-bio', 'q-fin', 'stat'])

/**
 * The set of arXiv's OAI-PMH that holds a category: `cs:cs:LG` of cs.LG. Archives that are no group of their own are in
 * that of physics: `physics:hep-th`.
 */
export function oaiSetOf(category: string): string {
  const [archive = '', subject] = category.split('.')
  if (!subject) return groups.has(archive) ? archive : `physics:${archive}`
  return `${groups.has(archive) ? archive : 'physics'}:${archive}:${subject}`
}
