import { useRef, useState } from 'react'
import { rendered } from '@/components/rendered'
import { requestPreview } from '@/components/talk/request'

type Props = { refused: string | undefined; initial: string }

/** Where the first comment is typed, if there is to be one. */
export function FirstComment({ refused, initial }: Props) {
  const text = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const toggle = async () => {
    if (preview !== null) return setPreview(null)
    setTrouble(null)
    const typed = text.current?.value ?? ''
    if (typed.trim() === '') return setTrouble('Write something, then look at it.')
    const answer = await requestPreview(typed)
    if (answer.ok) setPreview(answer.value.html)
    else setTrouble(answer.error)
  }
  const wrong = trouble ?? refused
  return (
    <>
      <div className="row">
        <label htmlFor="typed-comment">A first comment, if you like</label>
        <button
          type="button"
          className="quiet only-script"
          aria-pressed={preview !== null}
          onClick={() => void toggle()}
        >
          Preview
        </button>
      </div>
      <textarea
        ref={text}
        className="field"
        id="typed-comment"
        name="comment"
        rows={3}
        dir="auto"
        defaultValue={initial}
        placeholder="Why it is worth two minutes"
        hidden={preview !== null}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'typed-comment-wrong' : undefined}
      />
      {preview !== null && <div className="prose preview" dir="auto" {...rendered(preview)} />}
      {wrong && (
        <p className="refused" id="typed-comment-wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  )
}
