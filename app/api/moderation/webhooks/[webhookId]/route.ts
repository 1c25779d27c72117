import { changeDoor, deleteDoor, readDoor } from '@/app/api/webhooks/doors'

const change = changeDoor('site')

export const GET = readDoor('site')
// A form can only POST.
export { change as POST, change as PUT }
export const DELETE = deleteDoor('site')
