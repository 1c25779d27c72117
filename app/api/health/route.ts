import { getNewestDay } from '@/db/listings'
import { door } from '@/door'

/** Answers 200 only when the database can be read; for whoever watches over the site. */
export const GET = door({ who: 'anyone', limit: 'read' }, async () => ({ ok: true, newestDay: await getNewestDay() }))
