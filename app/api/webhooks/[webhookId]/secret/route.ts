import { secretDoor } from '@/app/api/webhooks/doors'

export const POST = secretDoor('person')
