import { retryDoor } from '@/app/api/webhooks/doors'

export const POST = retryDoor('site')
