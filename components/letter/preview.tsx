import { LetterFrame } from '@/components/letter/letter-frame'

type Props = {
  subject: string
  html: string
  text: string
  /** How it came about, and what may differ in the reader's own. */
  hint: string
}

/** A letter as a mail program shows it, shut off from the page around it, and as plain text. */
export function LetterPreview({ subject, html, text, hint }: Props) {
  return (
    <>
      <dl className="envelope">
        <dt>Subject</dt>
        <dd>{subject}</dd>
      </dl>
      <p className="hint">{hint}</p>
      <LetterFrame html={html} />
      <h2 className="small-head" id="plain-text">
        The same as plain text
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard too */}
      <section className="mail-text" aria-labelledby="plain-text" tabIndex={0}>
        <pre>{text}</pre>
      </section>
    </>
  )
}
