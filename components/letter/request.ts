type Wanted = { email: string; frequency: 'daily' | 'weekly'; timezone: string }

/** Asks for the letter. @returns why not, in words for the reader; null when a letter is on its way */
export async function requestSubscription(wanted: Wanted): Promise<string | null> {
  let response: Response
  try {
    response = await fetch('/api/subscriptions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    })
  } catch {
    return navigator.onLine ? 'The site does not answer. Try again.' : 'You are offline. Try again later.' // fetch throws when no answer came
  }
  if (response.ok) return null
  const answer: { error?: string } = await response.json().catch(() => ({})) // a proxy's page is no JSON
  return answer.error ?? 'The site is not well. Try again.'
}
