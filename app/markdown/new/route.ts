import { listDoor } from '@/app/markdown/list-door'
import { tellPool } from '@/app/markdown/told-list'

/** What arXiv announced last. */
export const GET = listDoor((asked) => tellPool(null, null, asked))
