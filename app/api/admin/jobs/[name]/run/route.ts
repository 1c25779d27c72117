import { planNow } from '@/app/admin/plan'
import { listJobLines } from '@/db/job-lines'
import { askForJob } from '@/db/jobs'
import { door, refuse, seeOther } from '@/door'
import { jobAnswer } from '@/lib/api-admin'

/** Asks for a run as soon as somebody is free to; answers 202 with the job as it is now. */
export const POST = door(
  {
    who: 'admin',
    limit: 'write',
    api: { says: 'Asks for a run of a job as soon as possible.', answer: jobAnswer, status: 202 },
    form: { back: '/admin#jobs', done: '/admin#jobs' },
  },
  async ({ adminId, isForm, param }) => {
    const job = planNow().find(({ name }) => name === param('name'))
    if (!job) return refuse(404, 'There is no such job.')
    if (job.off !== null) return refuse(409, `${job.name} is off: ${job.off}`)
    const now = Date.now()
    if (!(await askForJob(job.name, now, adminId)))
      return refuse(503, 'The jobs are not up yet. Try again in a moment.')
    if (isForm) return seeOther(`/admin?asked=${job.name}#jobs`)
    return Response.json((await listJobLines(adminId, [job], now))[0], { status: 202 })
  },
)
