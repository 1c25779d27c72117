/**
 * A title, or a method's name, as it is compared: without white space, dashes and other signs, and without regard to
 * case. The view `search_texts` of the database makes the same of titles; a test holds the two together.
 */
export function titleKeyOf(text: string): string {
  return text.replace(/[ \-_.,:/'"(){}$\\^!?–—’]/g, '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
