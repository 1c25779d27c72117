'use client'

import { Search } from 'lucide-react'
import { useEffect } from 'react'
import { OfferedTitles } from '@/components/search/offered-titles'
import { useSearchBox } from '@/components/search/use-search-box'

type Props = {
  /** What was looked for. */
  asked: string
  longest: number
  /** Nothing was looked for yet: the box has the focus. */
  isFirst: boolean
  /** What says how it was read. */
  describedBy: string | undefined
}

/** The box of the search page: the query is the headline, and titles take the results’ place while somebody types. */
export function QueryLine({ asked, longest, isFirst, describedBy }: Props) {
  const { ref, input, offered } = useSearchBox()
  useEffect(() => {
    if (isFirst && window.matchMedia('(hover: hover)').matches) ref.current?.focus({ preventScroll: true })
  }, [isFirst, ref])
  useEffect(() => {
    const form = ref.current?.form
    const leaveOut = ({ formData }: FormDataEvent) => {
      leaveOutEmpty(formData)
      // Other words are read anew.
      if (formData.get('q') !== asked) formData.delete('verbatim')
    }
    form?.addEventListener('formdata', leaveOut)
    return () => form?.removeEventListener('formdata', leaveOut)
  }, [asked, ref])
  return (
    <>
      <div className="line">
        <button type="submit" className="step" aria-label="Search">
          <Search className="icon" aria-hidden="true" />
        </button>
        <input
          {...input}
          ref={ref}
          defaultValue={asked}
          placeholder="Words, a title, a name"
          maxLength={longest}
          dir="auto"
          aria-describedby={describedBy}
        />
      </div>
      {offered && <OfferedTitles {...offered} />}
    </>
  )
}

/** A field that is not filled in need not stand in the address. */
function leaveOutEmpty(formData: FormData): void {
  for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
}
