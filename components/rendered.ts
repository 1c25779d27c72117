/**
 * The content of an element whose HTML was made and made safe in lib/ (tex.ts, markdown.ts), as its props:
 * `<h1 {...rendered(renderTitle(title))} />`. The only way HTML of ours reaches a page as HTML.
 */
export function rendered(html: string) {
  return { dangerouslySetInnerHTML: { __html: html } }
}
