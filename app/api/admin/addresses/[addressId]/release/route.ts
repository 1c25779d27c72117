import { releaseAddress } from '@/db/refused-addresses'
import { door, refuse } from '@/door'
import { releasedAnswer } from '@/lib/api-admin'

const form = { back: '/admin/letters#refused', done: '/admin/letters?saved=released#refused' }

/** Lets letters go to an address that refused too many. */
export const POST = door(
  {
    who: 'admin',
    limit: 'write',
    api: { says: 'Lets letters go to an address that refused too many.', answer: releasedAnswer },
    form,
  },
  async ({ adminId, param }) => {
    const released = await releaseAddress(adminId, param('addressId'), Date.now())
    if (released.ok) return { email: released.email, nextAt: new Date(released.nextAt).toISOString() }
    return released.error === 'no such reader'
      ? refuse(404, 'There is no such reader.')
      : refuse(409, 'That address is not refused: letters go to it, or its reader left.')
  },
)
