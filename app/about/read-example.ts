import { newestScope } from '@/app/markdown/told-list'
import { listPapers } from '@/db/listings'

/** A day and a paper that are here, so that what somebody copies answers; those of arXiv where there is none yet. */
export type Example = { day: string; paperId: string }

export async function readExample(): Promise<Example> {
  const day = await newestScope()
  const { papers } = await listPapers(day, { order: 'top', page: 1, pageSize: 1 })
  return { day: day.value, paperId: papers[0]?.id ?? '2308.10087' }
}
