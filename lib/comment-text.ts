import { cleanText } from '@/lib/clean-text'
import { tooMuchIn } from '@/lib/comment-bounds'
import { renderMarkdown } from '@/lib/markdown'

/** A comment's text as it is kept, and the HTML that is shown; or why it is refused, in a sentence for its writer. */
export type CommentText = { ok: true; body: string; html: string } | { ok: false; error: string }

/** Renders what somebody typed. Text of which nothing would be seen is refused, as is what cannot be rendered. */
export function renderComment(typed: string): CommentText {
  const body = cleanText(typed).trimEnd()
  const tooMuch = tooMuchIn(body)
  if (tooMuch) return { ok: false, error: tooMuch }
  let html: string
  try {
    html = renderMarkdown(body)
  } catch {
    // Whatever the text did to the renderer, it is the writer who can mend it.
    return { ok: false, error: 'This cannot be shown: it is nested too deeply, or its math does not end. Simplify it.' }
  }
  return html.trim() === ''
    ? { ok: false, error: 'Nothing of this would be seen. Write something.' }
    : { ok: true, body, html }
}
