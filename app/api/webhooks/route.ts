import { listDoor, makeDoor } from '@/app/api/webhooks/doors'

/** One’s own webhooks. */
export const GET = listDoor('person')
export const POST = makeDoor('person')
