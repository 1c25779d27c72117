import { useEffect, useState } from 'react'

export type Title = { id: string; title: string; html: string; upvotes: number; publishedAt: string }

// One letter begins too many titles for the one that is meant to be among eight.
const leastTyped = 2
// Shorter than the time between two letters of somebody who types fast, so that they ask once a word or two.
const pause = 40

/** Titles for what has been typed so far. While new ones are on their way the last ones stay. */
export function useTitles(typed: string): Title[] {
  const [titles, setTitles] = useState<Title[]>([])
  const isEnough = Array.from(typed.trim()).length >= leastTyped
  useEffect(() => {
    if (!isEnough) return setTitles([])
    const late = new AbortController()
    const timer = setTimeout(() => fetchTitles(typed, late.signal).then((found) => found && setTitles(found)), pause)
    return () => {
      clearTimeout(timer)
      late.abort()
    }
  }, [typed, isEnough])
  return isEnough ? titles : []
}

/** Null when it is too late, or there is no answer: then Enter still searches. */
async function fetchTitles(typed: string, signal: AbortSignal): Promise<Title[] | null> {
  try {
    const response = await fetch(`/api/papers/suggest?${new URLSearchParams({ q: typed })}`, { signal })
    if (!response.ok) return []
    const { titles }: { titles: Title[] } = await response.json()
    return signal.aborted ? null : titles
  } catch (error) {
    if (signal.aborted) return null
    // Offline.
    if (error instanceof TypeError) return []
    throw error
  }
}
