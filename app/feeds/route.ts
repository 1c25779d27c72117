import { door } from '@/door'

/** Who looks for feeds at their root is shown which there are. */
export const GET = door({ who: 'anyone', limit: 'read' }, async () => {
  return new Response(null, { status: 308, headers: { Location: '/about/tools#feeds' } })
})
