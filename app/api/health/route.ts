import { getNewestDay } from '@/db/listings'
import { door } from '@/door'
import { healthAnswer } from '@/lib/api-admin'

/** Answers 200 only when the database can be read; for whoever watches over the site. */
export const GET = door(
  {
    who: 'anyone',
    limit: 'read',
    api: { says: 'Answers 200 only when the database can be read.', answer: healthAnswer },
  },
  async () => ({ ok: true, newestDay: await getNewestDay() }),
)
