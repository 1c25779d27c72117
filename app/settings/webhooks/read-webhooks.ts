import { listDeliveries } from '@/db/delivery-log'
import { type Keeper, listWebhooks } from '@/db/webhooks'
import { getFlash } from '@/door/flash'
import { oneValue, type PageInput } from '@/lib/query'

// Of each webhook.
const logLength = 10

/** Webhooks with their last messages, and what a form on their page has to say. */
export async function readWebhooks(keeper: Keeper, searchParams: PageInput['searchParams']) {
  const query = await searchParams
  const webhooks = await listWebhooks(keeper)
  const ids = webhooks.map(({ id }) => id)
  return {
    webhooks,
    logs: await listDeliveries(ids, logLength),
    flash: await getFlash(query),
    saved: oneValue(query, 'saved'),
    at: oneValue(query, 'at'),
    now: Date.now(),
  }
}
