import { env } from '@/env'

// With whole abstracts, more are a hundred screens of a phone.
const mostWhole = 20

/** Papers on one page of what a search finds, for people and as Markdown. */
export const foundPageSize = Math.min(env.LIST_PAGE_SIZE, mostWhole)
