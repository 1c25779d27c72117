import { useEffect, useState } from 'react'

/** The time, ms: first the server's, so that both draw the same, then this browser's, twice a minute. */
export function useNow(served: number): number {
  const [now, setNow] = useState(served)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
