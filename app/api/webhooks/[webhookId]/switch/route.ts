import { switchDoor } from '@/app/api/webhooks/doors'

export const POST = switchDoor('person')
