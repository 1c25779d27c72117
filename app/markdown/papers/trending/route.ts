import { listDoor } from '@/app/markdown/list-door'
import { tellTrending } from '@/app/markdown/told-list'

/** By votes that fade. */
export const GET = listDoor(tellTrending)
