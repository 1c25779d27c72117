import { listDoor, makeDoor } from '@/app/api/webhooks/doors'

/** The site’s webhooks. */
export const GET = listDoor('site')
export const POST = makeDoor('site')
