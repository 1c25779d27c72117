import { deleteFormDoor } from '@/app/api/webhooks/doors'

export const POST = deleteFormDoor('person')
