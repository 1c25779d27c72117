/** The page behind a letter's link. */
export function linkPath(page: 'confirm' | 'change' | 'leave', token: string): string {
  return `/subscription/${page}?${new URLSearchParams({ token })}`
}

/** The address that mail clients send their one click to (RFC 8058); opened, it leads to the page of the same name. */
export function oneClickPath(leaveToken: string): string {
  return `/api/subscriptions/leave?${new URLSearchParams({ token: leaveToken })}`
}
