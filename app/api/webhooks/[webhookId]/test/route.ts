import { testDoor } from '@/app/api/webhooks/doors'

export const POST = testDoor('person')
