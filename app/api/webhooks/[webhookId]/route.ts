import { changeDoor, deleteDoor, readDoor } from '@/app/api/webhooks/doors'

const change = changeDoor('person')

export const GET = readDoor('person')
// A form can only POST.
export { change as POST, change as PUT }
export const DELETE = deleteDoor('person')
