import { listDoor } from '@/app/markdown/list-door'
import { newestScope, tellScope } from '@/app/markdown/told-list'

/** The newest day that has papers. */
export const GET = listDoor(async (asked) => ({ ...(await tellScope(await newestScope(), asked)), path: '/papers' }))
