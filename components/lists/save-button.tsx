'use client'

import { Bookmark, ChevronDown } from 'lucide-react'
import { useEffect } from 'react'
import { openLists } from '@/components/lists/lists-dialog-store'
import { pressSave, useSaveRefusal } from '@/components/lists/saves'
import { askViewer, useViewer } from '@/components/viewer-store'

type Props = {
  paperId: string
  /** Plain text. */
  title: string
}

/** Saves a paper to the reader's own list, and beside it the way to their other lists. */
export function SaveButton({ paperId, title }: Props) {
  const { saved } = useViewer()
  const isSaved = saved.has(paperId)
  const refusal = useSaveRefusal(paperId)
  useEffect(() => askViewer(paperId), [paperId])
  return (
    <span className="save">
      <button
        type="button"
        className="keep"
        aria-pressed={isSaved}
        aria-label={`${isSaved ? 'Saved' : 'Save'} ${title}`}
        onClick={() => pressSave(paperId)}
      >
        <Bookmark className="icon" aria-hidden="true" />
        <span className="word">{isSaved ? 'saved' : 'save'}</span>
      </button>
      <button
        type="button"
        className="which"
        aria-haspopup="dialog"
        aria-label={`Choose a list for ${title}`}
        onClick={() => openLists({ paperId, title })}
      >
        <ChevronDown className="icon" aria-hidden="true" />
      </button>
      {refusal && (
        <span className="refused" role="status">
          {refusal}
        </span>
      )}
    </span>
  )
}
