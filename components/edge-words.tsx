'use client'

import type { ReactNode } from 'react'
import { BrowserStore, useStored } from '@/components/browser-store'
import { rendered } from '@/components/rendered'

const heard = new BrowserStore('')

/** The right edge of a paper in a list: what follows from its place, as a rank does, and so changes with it. */
export function EdgeWords({ paperId, children }: { paperId: string; children: ReactNode }) {
  const html = useStored(heard, paperId, (words) => words)
  if (html === '') return <p className="when">{children}</p>
  return <p className="when" key="heard" {...rendered(html)} />
}

/** Takes the words of this page as it was made anew. */
export function hearEdgeWords(article: HTMLElement): void {
  const words = article.querySelector('.when')?.innerHTML
  if (article.dataset.paper && words) heard.set(article.dataset.paper, words)
}
