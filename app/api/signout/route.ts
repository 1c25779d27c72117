import { leave } from '@/auth'
import { door } from '@/door'
import { safeNext } from '@/lib/next-path'
import { nextSchema } from '@/lib/schemas'

/** Signs this browser out; who is signed out already stays so. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: nextSchema,
    limit: 'write',
    form: { back: '/', done: ({ next }) => safeNext(next) },
  },
  async ({ body }) => {
    await leave()
    return { next: safeNext(body.next) }
  },
)
